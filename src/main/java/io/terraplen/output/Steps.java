package io.terraplen.output;

import java.io.IOException;

/** Told before each single change to the disk; a test stops or fails a replacement here. */
@FunctionalInterface
interface Steps {

  Steps UNWATCHED = step -> {};

  /**
   * Called before a step is taken.
   *
   * @param step what is about to happen, for a test's messages
   */
  void before(String step) throws IOException;
}
