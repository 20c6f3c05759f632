package io.terraplen.derive;

/**
 * The priorities of a load balancer's rules. A priority follows from the path alone, so that a
 * route more moves no other; longer paths come first, as they are the more special ones.
 */
public final class Priority {

  private static final int SPREAD = 390;
  private static final int LONGEST = 128; // a path pattern's limit at the load balancer

  private Priority() {}

  /** The priority of a path, 1 to 50,000 (aws-limits.json, alb.listenerRulePriority). */
  public static int of(String path) {
    int rank = LONGEST - Math.min(path.length(), LONGEST);
    return rank * SPREAD + Math.floorMod(path.hashCode(), SPREAD - 1) + 1;
  }
}
