package io.terraplen.model;

/**
 * Regular expressions that several records share. The JSON Schema hands all of the model's to
 * editors, whose dialect (ECMA-262) has no inline flags such as {@code (?i)}.
 */
public final class Patterns {

  static final String CIDR =
      "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)/(?:[12]?\\d|3[0-2])";

  /** A name that fits AWS, Terraform labels and variables once in upper case. */
  public static final String KEY = "[a-z][a-z0-9_]*";

  /** The longest key of a component; leaves room for system and environment in AWS's names. */
  public static final int KEY_LENGTH = 40;

  /** A day of the week as RDS's windows spell it, in any case. */
  static final String DAY =
      "(?:[Mm][Oo][Nn]|[Tt][Uu][Ee]|[Ww][Ee][Dd]|[Tt][Hh][Uu]|[Ff][Rr][Ii]|[Ss][Aa][Tt]|[Ss][Uu][Nn])";

  /** A time of day. */
  static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

  private Patterns() {}
}
