package io.terraplen.rule.app;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Logs;
import io.terraplen.model.Workload;
import io.terraplen.rule.ModelRule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Logs are kept for one of the numbers of days that CloudWatch Logs knows. */
public final class LogRetentionDays implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          LogRetentionDays.class, "days that CloudWatch Logs cannot keep events", Severity.ERROR);

  private final Catalog catalog;

  public LogRetentionDays(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.graph().workloads().stream()
        .map(Workload::logs)
        .filter(Objects::nonNull)
        .filter(logs -> !catalog.logRetention().days().contains(days(logs)))
        .map(this::finding);
  }

  private static int days(Logs logs) {
    return Objects.requireNonNull(logs.retentionDays());
  }

  private Finding finding(Logs logs) {
    List<Integer> known = catalog.logRetention().days();
    int most = known.get(known.size() - 1);
    int longer = known.stream().filter(days -> days > days(logs)).findFirst().orElse(most);
    String shorter =
        known.stream()
            .filter(days -> days < longer)
            .reduce((one, next) -> next)
            .map(days -> days + " or ")
            .orElse("");
    return INFO.finding(
            logs.at().child("retention_days"),
            "CloudWatch Logs cannot keep events for %d days",
            days(logs))
        .hint("nearest: " + shorter + longer)
        .consider(String.valueOf(longer))
        .withCatalogDate(catalog.logRetention().date());
  }
}
