package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Edit;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Service;
import io.terraplen.model.Shape;
import io.terraplen.model.Stage;
import io.terraplen.rule.ModelRule;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A health check is answered before the next one begins: the load balancer takes no timeout as long
 * as the interval.
 */
public final class HealthTimeout implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(HealthTimeout.class, "a health check that outlasts its interval", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.environment().all(Service.class).stream()
        .map(Service::health)
        .filter(Objects::nonNull)
        .filter(health -> timeout(health) >= interval(health))
        .map(health -> finding(health, derived.environment().stage()));
  }

  private static int timeout(Service.Health health) {
    return Objects.requireNonNull(health.timeout());
  }

  private static int interval(Service.Health health) {
    return Objects.requireNonNull(health.interval());
  }

  private static Finding finding(Service.Health health, Stage stage) {
    boolean unstated =
        Shape.of(Service.Health.class).key("timeout").orElseThrow().isDefault(health, stage);
    return INFO.finding(
            health.at().child(unstated ? "interval" : "timeout"),
            "a check may last %d seconds, but the next begins after %d",
            timeout(health),
            interval(health))
        .hint(
            unstated
                ? "`timeout` is " + timeout(health) + " unless it is stated"
                : "`timeout` must be less than `interval`")
        .consider(new Edit(health.at().child("timeout"), String.valueOf(interval(health) - 1)));
  }
}
