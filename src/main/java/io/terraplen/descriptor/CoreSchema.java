package io.terraplen.descriptor;

import java.util.Set;

/**
 * What a plain scalar is in YAML 1.2's core schema (section 10.3.2 of the specification). Only null
 * matters to the binder, which knows the type that each key wants; the rest is for messages, keys
 * and quoting.
 */
final class CoreSchema {

  private static final Set<String> NULLS = Set.of("null", "Null", "NULL", "~");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");

  private CoreSchema() {}

  static boolean isNull(String plain) {
    return NULLS.contains(plain);
  }

  static boolean isNumberOrBoolean(String plain) {
    return BOOLEANS.contains(plain) || isNumber(plain);
  }

  /**
   * Whether a plain scalar is an integer or a float. Written out: no regular expression to compile
   * at every start.
   */
  static boolean isNumber(String plain) {
    if (plain.length() > 2 && plain.charAt(0) == '0') {
      if (plain.charAt(1) == 'x') {
        return plain.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
      }
      if (plain.charAt(1) == 'o') {
        return plain.chars().skip(2).allMatch(c -> c >= '0' && c <= '7');
      }
    }
    String body = plain.startsWith("-") || plain.startsWith("+") ? plain.substring(1) : plain;
    if (body.equals(".inf") || body.equals(".Inf") || body.equals(".INF")) {
      return true;
    }
    if (plain.equals(".nan") || plain.equals(".NaN") || plain.equals(".NAN")) {
      return true;
    }
    int i = digits(body, 0);
    int whole = i;
    if (i < body.length() && body.charAt(i) == '.') {
      int end = digits(body, i + 1);
      if (whole == 0 && end == i + 1) {
        return false;
      }
      i = end;
    } else if (whole == 0) {
      return false;
    }
    if (i < body.length() && (body.charAt(i) == 'e' || body.charAt(i) == 'E')) {
      int sign = i + 1 < body.length() && "+-".indexOf(body.charAt(i + 1)) >= 0 ? 1 : 0;
      int end = digits(body, i + 1 + sign);
      if (end == i + 1 + sign) {
        return false;
      }
      i = end;
    }
    return i == body.length();
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
