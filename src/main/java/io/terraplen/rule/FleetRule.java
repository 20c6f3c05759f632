package io.terraplen.rule;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/** A rule that reads all environments of the project at once. */
public non-sealed interface FleetRule extends Rule {

  /**
   * What is wrong between environments; each finding says in which environment it stands ({@link
   * Finding#withEnvironment}).
   */
  Stream<Finding> check(List<Derived> environments);
}
