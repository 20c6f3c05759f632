package io.terraplen.cli;

/** The exit codes; of several, the one that matters most. */
final class Exit {

  static final int OK = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int STALE = 3;
  static final int BUG = 70;

  private Exit() {}

  /** The first of 70, 2, 1, 3 among the two, else 0. */
  static int worst(int one, int other) {
    for (int code : new int[] {BUG, USAGE, FINDINGS, STALE}) {
      if (one == code || other == code) {
        return code;
      }
    }
    return OK;
  }
}
