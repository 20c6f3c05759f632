package io.terraplen.finding;

import java.util.Locale;

/** How much a finding matters, from the least to the most. */
public enum Severity {
  /** Not reported: a rule that does not apply to a stage. */
  SILENT,
  /** Worth knowing. */
  NOTE,
  /** Worth changing; blocks only with {@code --strict}. */
  WARNING,
  /** Blocks; a waiver may accept it. */
  DANGER,
  /** AWS would refuse it, or the product would be broken: blocks, and no waiver can accept it. */
  ERROR;

  /** Whether a finding of this severity stops {@code gen} without {@code --strict}. */
  public boolean blocks() {
    return this == DANGER || this == ERROR;
  }

  /** The word that reports print. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
