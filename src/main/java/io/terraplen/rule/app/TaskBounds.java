package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Service;
import io.terraplen.model.Shape;
import io.terraplen.model.Stage;
import io.terraplen.rule.ModelRule;
import java.util.Objects;
import java.util.stream.Stream;

/** A service's fewest tasks, and those on demand, are not more than its most. */
public final class TaskBounds implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(TaskBounds.class, "fewest tasks above most tasks", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Stage stage = derived.environment().stage();
    return derived.environment().all(Service.class).stream()
        .map(service -> Objects.requireNonNull(service.tasks()))
        .flatMap(
            tasks -> {
              int max = Objects.requireNonNull(tasks.max());
              return Stream.concat(
                  Objects.requireNonNull(tasks.min()) > max
                      ? Stream.of(aboveMost(tasks, stage))
                      : Stream.of(),
                  tasks.onDemand() != null && tasks.onDemand() > max
                      ? Stream.of(onDemand(tasks))
                      : Stream.of());
            });
  }

  private static Finding aboveMost(Service.Tasks tasks, Stage stage) {
    boolean min = isDefault(tasks, "min", stage);
    boolean max = isDefault(tasks, "max", stage);
    return INFO.finding(
            tasks.at().child(min ? "max" : "min"),
            "at least %d tasks, but at most %d",
            Objects.requireNonNull(tasks.min()),
            Objects.requireNonNull(tasks.max()))
        .hint(
            min
                ? "`min` is " + tasks.min() + " at this stage unless it is stated"
                : max
                    ? "`max` is " + tasks.max() + " at this stage unless it is stated"
                    : "raise `max` or lower `min`");
  }

  private static boolean isDefault(Service.Tasks tasks, String key, Stage stage) {
    return Shape.of(Service.Tasks.class).key(key).orElseThrow().isDefault(tasks, stage);
  }

  private static Finding onDemand(Service.Tasks tasks) {
    return INFO.finding(
            tasks.at().child("on_demand"),
            "%d tasks on demand, but at most %d in all",
            Objects.requireNonNull(tasks.onDemand()),
            Objects.requireNonNull(tasks.max()))
        .hint("`on_demand` is the share of the tasks that never runs on Spot");
  }
}
