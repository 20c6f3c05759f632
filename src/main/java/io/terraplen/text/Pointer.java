package io.terraplen.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address in a descriptor, spelled as a waiver's {@code at:} spells it: {@code
 * app.services.api}, {@code app.services.api.uses[1]}, odd keys quoted: {@code
 * app.sites.web.routes."/api/*"}.
 *
 * <p>Equal pointers have equal spellings: {@link #parse} and {@link #toString} are each other's
 * inverse.
 */
public final class Pointer implements Comparable<Pointer> {

  /** The descriptor as a whole; spelled as the empty string. */
  public static final Pointer ROOT = new Pointer("", null, "");

  private final String spelling;
  private final @Nullable Pointer parent;
  private final String last;

  private Pointer(String spelling, @Nullable Pointer parent, String last) {
    this.spelling = spelling;
    this.parent = parent;
    this.last = last;
  }

  /** The address of a key below this one. */
  public Pointer child(String key) {
    String segment = isPlain(key) ? key : quote(key);
    return new Pointer(isRoot() ? segment : spelling + "." + segment, this, key);
  }

  /** The address of an item of the list that this one names; items count from 0. */
  public Pointer item(int index) {
    String segment = "[" + index + "]";
    return new Pointer(spelling + segment, this, segment);
  }

  /** The address that this one lies in; the root lies in itself. */
  public Pointer parent() {
    return parent == null ? this : parent;
  }

  /** The last key as written, or {@code [n]} for a list's item; empty for the root. */
  public String last() {
    return last;
  }

  public boolean isRoot() {
    return parent == null;
  }

  /**
   * Reads a spelling.
   *
   * @throws IllegalArgumentException if the text is no address, with a message fit for a user
   */
  public static Pointer parse(String text) {
    Pointer result = ROOT;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '[') {
        int end = text.indexOf(']', i);
        String digits = end < 0 ? "" : text.substring(i + 1, end);
        if (digits.isEmpty()
            || digits.length() > 9
            || !digits.chars().allMatch(d -> d >= '0' && d <= '9')) {
          throw new IllegalArgumentException("expected a number in brackets in `" + text + "`");
        }
        result = result.item(Integer.parseInt(digits));
        i = end + 1;
        continue;
      }
      if (!result.isRoot()) {
        if (c != '.') {
          throw new IllegalArgumentException(
              "expected a dot after `" + result + "` in `" + text + "`");
        }
        i++;
      }
      StringBuilder key = new StringBuilder();
      if (i < text.length() && text.charAt(i) == '"') {
        i = readQuoted(text, i + 1, key);
      } else {
        int start = i;
        while (i < text.length() && isPlainChar(text.charAt(i))) {
          i++;
        }
        if (i == start) {
          throw new IllegalArgumentException("expected a key in `" + text + "`");
        }
        key.append(text, start, i);
      }
      result = result.child(key.toString());
    }
    return result;
  }

  private static int readQuoted(String text, int from, StringBuilder key) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '"') {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      key.append(text.charAt(i));
      i++;
    }
    if (i >= text.length()) {
      throw new IllegalArgumentException("a quote is not closed in `" + text + "`");
    }
    return i + 1;
  }

  private static boolean isPlain(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> isPlainChar((char) c));
  }

  private static boolean isPlainChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private static String quote(String key) {
    return '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The keys and {@code [n]} items from the root down. */
  public List<String> segments() {
    List<String> segments = new ArrayList<>();
    for (Pointer p = this; p.parent != null; p = p.parent) {
      segments.add(0, p.last);
    }
    return List.copyOf(segments);
  }

  @Override
  public int compareTo(Pointer other) {
    return spelling.compareTo(other.spelling);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pointer pointer && spelling.equals(pointer.spelling);
  }

  @Override
  public int hashCode() {
    return spelling.hashCode();
  }

  @Override
  public String toString() {
    return spelling;
  }
}
