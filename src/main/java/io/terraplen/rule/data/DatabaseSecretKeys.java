package io.terraplen.rule.data;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Edit;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Database;
import io.terraplen.model.Environment;
import io.terraplen.model.Secret;
import io.terraplen.rule.ModelRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secret of a database's user has the keys that the proxy and the workloads read. */
public final class DatabaseSecretKeys implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          DatabaseSecretKeys.class, "a database's secret without name or password", Severity.ERROR);

  private static final List<String> KEYS = List.of("username", "password");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Environment environment = derived.environment();
    return environment.all(Database.class).stream()
        .filter(database -> database.secret() != null)
        .flatMap(database -> check(database, secret(database, environment)));
  }

  private static Secret secret(Database database, Environment environment) {
    return (Secret)
        environment.components().find(Objects.requireNonNull(database.secret())).orElseThrow();
  }

  private static Stream<Finding> check(Database database, Secret secret) {
    Set<String> keys =
        new LinkedHashSet<>(Objects.requireNonNullElse(secret.keys(), List.<String>of()));
    String missing =
        KEYS.stream()
            .filter(key -> !keys.contains(key))
            .map(key -> "`" + key + "`")
            .collect(Collectors.joining(" and "));
    if (missing.isEmpty()) {
      return Stream.of();
    }
    keys.addAll(KEYS);
    return Stream.of(
        INFO.finding(
                database.at().child("secret"),
                "`secret.%s` has no %s for `database.%s`",
                secret.key(),
                missing,
                database.key())
            .hint("workloads and the proxy sign in with these two keys of its value")
            .consider(new Edit(secret.at().child("keys"), "[" + String.join(", ", keys) + "]")));
  }
}
