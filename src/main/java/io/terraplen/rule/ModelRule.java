package io.terraplen.rule;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import java.util.stream.Stream;

/** A rule that reads one environment. */
public non-sealed interface ModelRule extends Rule {

  /** What is wrong with an environment; findings name addresses, the engine finds the lines. */
  Stream<Finding> check(Derived derived);
}
