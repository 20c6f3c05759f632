package io.terraplen.descriptor;

import java.util.Locale;
import java.util.Set;

/**
 * How a text is spelled in YAML so that every reader, also one of YAML 1.1, takes it for that text.
 */
public final class Quoting {

  /** What YAML 1.1 or 1.2 reads as something else than text, in lower case. */
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private Quoting() {}

  /** The text as it stands after a colon: plain where that is safe, else in double quotes. */
  public static String text(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /**
   * Whether a text may stand without quotes, also inside brackets: letters, digits and a few marks
   * that never begin anything else, not a word or a number that some reader would take for another
   * type. Everything that begins with a digit and has no letter or slash counts as a number:
   * versions, dates, and YAML 1.1's 1:30 among them.
   */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean begins = letter || (c >= '0' && c <= '9') || c == '/';
      boolean ends = begins || "_.-+=*@?()".indexOf(c) >= 0;
      boolean last = i + 1 == text.length();
      boolean between = ends || ((c == ' ' || c == ':') && !last && text.charAt(i + 1) != ' ');
      if (i == 0 ? !begins : !between) {
        return false;
      }
    }
    char first = text.charAt(0);
    return first < '0' || first > '9' || text.indexOf('/') >= 0;
  }

  /** The text in double quotes, on one line. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean shown =
              (c >= 0x20 && c < 0x7F)
                  || (Character.isDefined(c)
                      && c > 0xA0
                      && Character.getType(c) != Character.SURROGATE
                      && Character.getType(c) != Character.FORMAT
                      && Character.getType(c) != Character.LINE_SEPARATOR
                      && Character.getType(c) != Character.PARAGRAPH_SEPARATOR
                      && Character.getType(c) != Character.PRIVATE_USE);
          if (shown) {
            out.appendCodePoint(c);
          } else {
            out.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
          }
        }
      }
      i += Character.charCount(c);
    }
    return out.append('"').toString();
  }
}
