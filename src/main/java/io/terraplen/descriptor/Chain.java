package io.terraplen.descriptor;

import java.util.List;

/** A way that leads from one thing to the next. */
final class Chain {

  private static final int SHOWN = 6;

  private Chain() {}

  /** {@code `a` -> `b` -> `a`}; a long way is cut in its middle. */
  static String shown(List<?> steps) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.size() > SHOWN && i >= SHOWN / 2 && i < steps.size() - SHOWN / 2) {
        if (i == SHOWN / 2) {
          shown.append(" -> …");
        }
        continue;
      }
      shown.append(i == 0 ? "" : " -> ").append(Messages.shown(steps.get(i).toString()));
    }
    return shown.toString();
  }
}
