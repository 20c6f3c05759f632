package io.terraplen.descriptor;

/**
 * How much a descriptor may be. Far beyond what a person writes, and small enough that nothing
 * hostile takes more than a moment or the stack.
 */
final class Limits {

  static final int FILE_BYTES = 1 << 20;

  /** Levels of mappings and lists; everything that recurses over nodes relies on it. */
  static final int DEPTH = 50;

  /** Values in one file, repeated ones counted each time. */
  static final int NODES = 20_000;

  /** Values that {@code like} may add in all. */
  static final int LIKE_NODES = 100_000;

  /** Files that extend each other. */
  static final int EXTENDS = 10;

  /** Components that are like each other. */
  static final int LIKE = 20;

  static final int KEY_LENGTH = 256;

  /**
   * The longest text that a regular expression is asked about: Java's engine recurses over groups.
   */
  static final int MATCHED_LENGTH = 1000;

  /** The longest word that is compared with others for a suggestion. */
  static final int SUGGESTED_LENGTH = 64;

  static final int FINDINGS = 200;

  /** Syntax errors that are looked for in one file, each a new attempt to read it. */
  static final int SYNTAX_ERRORS = 5;

  private Limits() {}
}
