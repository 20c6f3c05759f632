package io.terraplen.descriptor;

import io.terraplen.text.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Parts that messages share. */
final class Messages {

  private static final int SHOWN = 40;
  private static final int LISTED = 8;

  private Messages() {}

  /** A value in backticks: on one line, and cut where it is long. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder("`");
    int count = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (count++ == SHOWN) {
        shown.append('…');
        break;
      }
      switch (c) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        default -> {
          if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
            shown.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
          } else {
            shown.appendCodePoint(c);
          }
        }
      }
      i += Character.charCount(c);
    }
    return shown.append('`').toString();
  }

  /** The word that was probably meant. */
  static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > Limits.SUGGESTED_LENGTH) {
      return Optional.empty();
    }
    return Suggestions.nearest(word, known)
        .or(() -> known.stream().filter(other -> isStart(word, other)).findFirst());
  }

  /** Whether a word is another, cut short: {@code prod}. */
  private static boolean isStart(String word, String other) {
    return word.length() > 2 && other.startsWith(word);
  }

  /** Some words in backticks, in their order: {@code `a`, `b`, `c` …}. */
  static String listed(Collection<String> words) {
    List<String> quoted = new ArrayList<>();
    for (String word : words) {
      if (quoted.size() == LISTED) {
        return String.join(", ", quoted) + " …";
      }
      quoted.add(shown(word));
    }
    return String.join(", ", quoted);
  }
}
