package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How single values are spelled in a descriptor, in both directions. */
public final class Scalars {

  private Scalars() {}

  /** Whether values of this class are written as one scalar. */
  public static boolean isScalar(Class<?> type) {
    return type == String.class
        || type == Integer.class
        || type == BigDecimal.class
        || type == Boolean.class
        || type == LocalDate.class
        || type == Address.class
        || type == Pointer.class
        || type.isEnum();
  }

  /**
   * Reads a value of a class from its spelling. Numbers are read as written: no exponents, no signs
   * but a minus, no octal or hexadecimal forms.
   *
   * @throws IllegalArgumentException if the text is no such value; the message says what was
   *     expected
   */
  public static Object parse(Class<?> type, String text) {
    if (type == String.class) {
      return text;
    }
    if (type == Integer.class) {
      if (!text.matches("-?(?:0|[1-9]\\d{0,8})")) {
        throw new IllegalArgumentException("expected a whole number");
      }
      return Integer.valueOf(text);
    }
    if (type == BigDecimal.class) {
      if (!text.matches("-?(?:0|[1-9]\\d{0,8})(?:\\.\\d{1,9})?")) {
        throw new IllegalArgumentException("expected a number");
      }
      return new BigDecimal(text);
    }
    if (type == Boolean.class) {
      if (!text.equals("true") && !text.equals("false")) {
        throw new IllegalArgumentException("expected `true` or `false`");
      }
      return Boolean.valueOf(text);
    }
    if (type == LocalDate.class) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("expected a date such as 2027-01-31", e);
      }
    }
    if (type == Address.class) {
      return Address.parse(text);
    }
    if (type == Pointer.class) {
      return Pointer.parse(text);
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> spell(constant).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of "
                        + spellings(type).stream()
                            .map(spelling -> "`" + spelling + "`")
                            .collect(Collectors.joining(", "))));
  }

  /** The spellings of an enum's constants, in their order. */
  public static List<String> spellings(Class<?> enumType) {
    return Arrays.stream(enumType.getEnumConstants()).map(Scalars::spell).toList();
  }

  /** A value as a descriptor spells it, without quotes. */
  public static String spell(Object value) {
    if (value instanceof Enum<?> constant) {
      // An enum whose constants are spelled in AWS's own way says so in toString.
      return constant.toString().equals(constant.name())
          ? constant.name().toLowerCase(Locale.ROOT)
          : constant.toString();
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
