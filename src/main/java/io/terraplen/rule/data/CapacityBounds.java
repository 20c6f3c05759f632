package io.terraplen.rule.data;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Database;
import io.terraplen.model.Shape;
import io.terraplen.model.Stage;
import io.terraplen.rule.ModelRule;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

/** A database's least capacity is not above its most, and both are multiples of half an ACU. */
public final class CapacityBounds implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(CapacityBounds.class, "capacity that Aurora does not scale in", Severity.ERROR);

  /** aws-limits.json, auroraServerlessV2.step. */
  private static final BigDecimal STEP = new BigDecimal("0.5");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Stage stage = derived.environment().stage();
    return derived.environment().all(Database.class).stream()
        .map(database -> Objects.requireNonNull(database.capacity()))
        .flatMap(
            capacity ->
                Stream.concat(
                    min(capacity).compareTo(max(capacity)) > 0
                        ? Stream.of(aboveMost(capacity, stage))
                        : Stream.of(),
                    Stream.concat(
                        step(capacity, "min", min(capacity)),
                        step(capacity, "max", max(capacity)))));
  }

  private static BigDecimal min(Database.Capacity capacity) {
    return Objects.requireNonNull(capacity.min());
  }

  private static BigDecimal max(Database.Capacity capacity) {
    return Objects.requireNonNull(capacity.max());
  }

  private static Finding aboveMost(Database.Capacity capacity, Stage stage) {
    boolean unstatedMin = isDefault(capacity, "min", stage);
    String min = min(capacity).toPlainString();
    String max = max(capacity).toPlainString();
    return INFO.finding(
            capacity.at().child(unstatedMin ? "max" : "min"),
            "at least %s ACU, but at most %s",
            min,
            max)
        .hint(
            unstatedMin
                ? "`min` is " + min + " at this stage unless it is stated"
                : isDefault(capacity, "max", stage)
                    ? "`max` is " + max + " at this stage unless it is stated"
                    : "raise `max` or lower `min`");
  }

  private static boolean isDefault(Database.Capacity capacity, String key, Stage stage) {
    return Shape.of(Database.Capacity.class).key(key).orElseThrow().isDefault(capacity, stage);
  }

  private static Stream<Finding> step(Database.Capacity capacity, String key, BigDecimal value) {
    return value.remainder(STEP).signum() == 0
        ? Stream.of()
        : Stream.of(
            INFO.finding(
                    capacity.at().child(key),
                    "%s ACU is not a multiple of %s",
                    value.toPlainString(),
                    STEP)
                .hint("Aurora Serverless scales in steps of half an ACU"));
  }
}
