package io.terraplen.rule;

import io.terraplen.finding.Finding;
import java.util.stream.Stream;

/**
 * A rule that reads the rendered Terraform, so that it also guards customised templates and raw
 * files.
 */
public non-sealed interface OutputRule extends Rule {

  /**
   * What is wrong with the Terraform of an environment; findings name the address above each block.
   */
  Stream<Finding> check(Output output);
}
