package io.terraplen.template;

/** Reads a quoted string as HCL does; fails at anything that is not a plain string. */
final class HclDecoder {

  private HclDecoder() {}

  static String decode(String quoted) {
    StringBuilder text = new StringBuilder();
    int i = 1;
    while (quoted.charAt(i) != '"') {
      char c = quoted.charAt(i);
      char next = quoted.charAt(i + 1);
      if (c == '\n') {
        throw new AssertionError("a line ends within quotes: " + quoted);
      } else if (c == '\\') {
        int digits = next == 'u' ? 4 : next == 'U' ? 8 : 0;
        if (digits > 0) {
          text.appendCodePoint(Integer.parseInt(quoted.substring(i + 2, i + 2 + digits), 16));
        } else {
          text.append(simple(next));
        }
        i += 2 + digits;
      } else if ((c == '$' || c == '%') && next == '{') {
        throw new AssertionError("text became code: " + quoted);
      } else if ((c == '$' || c == '%') && next == c && quoted.charAt(i + 2) == '{') {
        text.append(c).append('{');
        i += 3;
      } else {
        text.append(c);
        i++;
      }
    }
    if (quoted.charAt(0) != '"' || i != quoted.length() - 1) {
      throw new AssertionError("this is not one string: " + quoted);
    }
    return text.toString();
  }

  private static char simple(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"', '\\' -> c;
      default -> throw new AssertionError("HCL has no escape for " + c);
    };
  }
}
