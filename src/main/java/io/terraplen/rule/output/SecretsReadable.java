package io.terraplen.rule.output;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.rule.Output;
import io.terraplen.rule.OutputBlock;
import io.terraplen.rule.OutputRule;
import io.terraplen.rule.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a task's containers are given of secrets and parameters, both of its roles may read: ECS
 * reads it by the execution role before the container starts, the code in it by the task role.
 *
 * <p>What stands in a policy document, an attached policy or a local value is not followed: it
 * counts as allowing everything, as a finding here blocks and no waiver can accept it.
 */
public final class SecretsReadable implements OutputRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          SecretsReadable.class, "a role may not read a secret of its task", Severity.ERROR);

  /** A variable of a container, and what it is filled from. */
  private record Filled(String variable, Injected from) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Output output) {
    return output.resources("aws_ecs_task_definition").flatMap(task -> check(output, task));
  }

  private static Stream<Finding> check(Output output, OutputBlock task) {
    Map<String, Filled> secrets = new LinkedHashMap<>();
    for (Value container : containers(task)) {
      for (Value secret : container.member("secrets").map(Value::each).orElse(List.of())) {
        Injected.of(secret)
            .ifPresent(
                injected ->
                    secrets.putIfAbsent(
                        injected.source(),
                        new Filled(
                            secret.member("name").flatMap(Value::text).orElse("a variable"),
                            injected)));
      }
    }
    if (secrets.isEmpty()) {
      return Stream.of();
    }
    Stream<Finding> missing =
        Stream.concat(
            task.value("execution_role_arn").isPresent()
                ? Stream.of()
                : Stream.of(
                    output
                        .finding(
                            INFO,
                            task,
                            "`%s` injects secrets without an execution role",
                            task.label())
                        .hint("ECS reads them by it before the container starts")),
            task.value("task_role_arn").isPresent()
                ? Stream.of()
                : Stream.of(
                    output
                        .finding(
                            INFO, task, "`%s` injects secrets without a task role", task.label())
                        .hint("the application reads them by it when they have changed")));
    Stream<Finding> unreadable =
        Stream.of("execution_role_arn", "task_role_arn")
            .flatMap(
                argument ->
                    Permissions.of(output, task, argument).stream()
                        .flatMap(
                            permissions ->
                                secrets.values().stream()
                                    .filter(secret -> !permissions.allow(secret.from()))
                                    .map(
                                        secret ->
                                            finding(output, task, permissions.role(), secret))));
    return Stream.concat(missing, unreadable);
  }

  private static List<Value> containers(OutputBlock task) {
    return task.value("container_definitions").map(body -> body.encoded().each()).orElse(List.of());
  }

  private static Finding finding(Output output, OutputBlock task, String role, Filled secret) {
    return output
        .finding(
            INFO,
            task,
            "the role `%s` may not read what `%s` is filled from",
            role,
            secret.variable())
        .hint("allow `" + secret.from().actions().get(0) + "` on `" + secret.from().source() + "`");
  }
}
