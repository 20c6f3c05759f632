package io.terraplen.rule.data;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Database;
import io.terraplen.model.Rotate;
import io.terraplen.model.Secret;
import io.terraplen.rule.ModelRule;
import java.util.Objects;
import java.util.stream.Stream;

/** A secret is rotated by a function, a database's master password by RDS alone. */
public final class RotationFunction implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          RotationFunction.class, "a rotation that nobody, or the wrong one, does", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Stream<Finding> secrets =
        derived.environment().all(Secret.class).stream()
            .map(Secret::rotate)
            .filter(Objects::nonNull)
            .filter(rotate -> rotate.functionArn() == null)
            .map(RotationFunction::withoutFunction);
    Stream<Finding> databases =
        derived.environment().all(Database.class).stream()
            .map(Database::rotate)
            .filter(Objects::nonNull)
            .filter(rotate -> rotate.functionArn() != null)
            .map(RotationFunction::withFunction);
    return Stream.concat(secrets, databases);
  }

  private static Finding withoutFunction(Rotate rotate) {
    return INFO.finding(rotate.at().child("function_arn"), "no function rotates this secret")
        .hint("state `function_arn`: Secrets Manager does not know how to change the value");
  }

  private static Finding withFunction(Rotate rotate) {
    return INFO.finding(rotate.at().child("function_arn"), "RDS rotates the master password itself")
        .hint("leave `function_arn` out");
  }
}
