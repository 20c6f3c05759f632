package io.terraplen.rule;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import java.util.stream.Stream;

/**
 * A waiver holds until its last day; after that the finding it accepted counts again. The engine
 * says so, as it alone knows.
 */
public final class WaiverExpired implements ModelRule {

  static final RuleInfo INFO =
      RuleInfo.of(WaiverExpired.class, "a waiver whose last day has passed", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return Stream.of();
  }
}
