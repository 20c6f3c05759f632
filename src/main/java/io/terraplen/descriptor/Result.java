package io.terraplen.descriptor;

import io.terraplen.finding.Finding;
import io.terraplen.model.Environment;
import io.terraplen.text.SourceMap;
import java.util.List;

/** What loading a descriptor gives: an environment, or the reasons why there is none. */
public sealed interface Result {

  /**
   * The environment as stated.
   *
   * @param sources where each key and value was written
   * @param inputs the files that were read: the environment's own, then what it extends, nearest
   *     first
   */
  record Loaded(Environment stated, SourceMap sources, List<Input> inputs) implements Result {}

  /**
   * The descriptor cannot be used.
   *
   * @param findings at least one, each placed, in the order of reports
   */
  record Rejected(List<Finding> findings) implements Result {}
}
