package io.terraplen.rule;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import java.util.stream.Stream;

/**
 * A waiver must accept something: one that meets no finding hides that there is nothing to accept.
 * The engine says so, as it alone knows.
 */
public final class WaiverUnused implements ModelRule {

  static final RuleInfo INFO =
      RuleInfo.of(WaiverUnused.class, "a waiver that accepts nothing", Severity.WARNING);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return Stream.of();
  }
}
