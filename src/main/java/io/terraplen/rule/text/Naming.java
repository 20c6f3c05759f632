package io.terraplen.rule.text;

import io.terraplen.catalog.Catalog;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What AWS takes in one field, and the nearest text that it does take. */
final class Naming {

  private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7E]*");
  private static final Pattern ANYTHING = Pattern.compile("(?s).*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9 _.:/=+@-]");
  private static final String PLAIN = "ßæøłđœ–—’‘“”…";
  private static final String[] SPELLED = {
    "ss", "ae", "o", "l", "d", "oe", "-", "-", "'", "'", "", "", "..."
  };

  private final Pattern pattern;
  private final int max;

  /** A field, with what the catalog says of it. */
  Naming(Catalog.@Nullable Constraint constraint) {
    this.pattern =
        constraint == null || constraint.pattern() == null ? ANYTHING : constraint.pattern();
    this.max =
        constraint == null || constraint.maxLength() == null
            ? Integer.MAX_VALUE
            : constraint.maxLength();
  }

  /** The most characters that it takes. */
  int max() {
    return max;
  }

  boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) > max;
  }

  /** Whether its characters, and the way they are joined, are taken. */
  boolean takes(String text) {
    return pattern.matcher(text).matches();
  }

  /** Whether it is printable ASCII, which every field takes whose characters AWS does not state. */
  boolean isAscii(String text) {
    return ASCII.matcher(text).matches();
  }

  /** The character to blame, if a single one is. */
  Optional<String> culprit(String text) {
    Optional<String> beyond =
        text.codePoints()
            .filter(c -> c < 0x20 || c > 0x7E)
            .mapToObj(
                c -> c < 0x20 || c == 0x7F ? "a line break" : "`" + Character.toString(c) + "`")
            .findFirst();
    return beyond.or(
        () ->
            text.codePoints()
                .mapToObj(Character::toString)
                .filter(c -> !takes("a" + c + "a") && takes("aaa"))
                .map(c -> c.equals(" ") ? "a space" : "`" + c + "`")
                .findFirst());
  }

  /** The text without accents and without what is not taken, if that leaves something that is. */
  Optional<String> nearest(String text) {
    String plain =
        MARKS.matcher(Normalizer.normalize(spelled(text), Normalizer.Form.NFD)).replaceAll("");
    String ascii = plain.replaceAll("\\s+", " ").replaceAll("[^\\x20-\\x7E]", "").strip();
    String usual = UNUSUAL.matcher(ascii).replaceAll("").replaceAll(" +", " ").strip();
    String joined = usual.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    return Stream.of(ascii, usual, joined, joined.toLowerCase(Locale.ROOT))
        .filter(candidate -> !candidate.isEmpty() && takes(candidate) && !isTooLong(candidate))
        .findFirst();
  }

  private static String spelled(String text) {
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int at = PLAIN.indexOf(text.charAt(i));
      spelled.append(at < 0 ? text.substring(i, i + 1) : SPELLED[at]);
    }
    return spelled.toString();
  }
}
