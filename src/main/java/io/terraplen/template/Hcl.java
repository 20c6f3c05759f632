package io.terraplen.template;

import java.util.Locale;

/** How HCL spells names and text. */
final class Hcl {

  private Hcl() {}

  /** Whether the text can be a label, attribute or variable without quotes; ASCII only. */
  static boolean isIdentifier(String text) {
    if (text.isEmpty() || !(isLetter(text.charAt(0)) || text.charAt(0) == '_')) {
      return false;
    }
    return text.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '_' || c == '-');
  }

  /**
   * Text as it stands between quotes, so that HCL reads exactly the text again, whatever comes next
   * in the same quotes.
   *
   * <p>A dollar or percent sign before a brace is doubled, as HCL wants it. That is unambiguous
   * only for a single sign, so the last of a run is spelled by its number, and so is a sign that
   * ends the text: a brace may follow. Invisible characters are spelled out for the reader's sake.
   *
   * @param before the character that precedes the text inside the quotes, or 0 if none does
   */
  static String escapeQuoted(String text, char before) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    int previous = before;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '$', '%' -> {
          boolean last = i == text.length();
          boolean beforeBrace = !last && text.charAt(i) == '{';
          if (last || (beforeBrace && previous == c)) {
            out.append(unicode(c));
          } else {
            out.appendCodePoint(c);
            if (beforeBrace) {
              out.appendCodePoint(c);
            }
          }
        }
        case '{' -> {
          // The text before the hole ended with a sign that this brace would turn into code.
          boolean opens = out.isEmpty() && (before == '$' || before == '%');
          out.append(opens ? unicode(c) : "{");
        }
        default -> {
          if (isVisible(c)) {
            out.appendCodePoint(c);
          } else {
            out.append(unicode(c));
          }
        }
      }
      previous = c;
    }
    return out.toString();
  }

  /** Text as it stands in a comment: on one line, and visible. */
  static String escapeComment(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isVisible(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(unicode(c));
              }
            });
    return out.toString();
  }

  /** Whether the text holds half of a surrogate pair, which no file in UTF-8 can. */
  static boolean isBroken(String text) {
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static String unicode(int c) {
    return String.format(Locale.ROOT, c <= 0xFFFF ? "\\u%04x" : "\\U%08x", c);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
