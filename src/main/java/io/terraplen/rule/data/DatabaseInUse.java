package io.terraplen.rule.data;

import static io.terraplen.finding.Severity.DANGER;
import static io.terraplen.finding.Severity.WARNING;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.model.Database;
import io.terraplen.rule.ModelRule;
import java.util.stream.Stream;

/** Each database is used: an application that is not told of it keeps its data elsewhere. */
public final class DatabaseInUse implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          DatabaseInUse.class, "a database that no component uses", WARNING, DANGER, DANGER);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.environment().all(Database.class).stream()
        .filter(database -> derived.graph().to(database).isEmpty())
        .map(DatabaseInUse::finding);
  }

  private static Finding finding(Database database) {
    return INFO.finding(database.at(), "no component uses `database.%s`", database.key())
        .hint(
            "add `database."
                + database.key()
                + "` to the `uses` of what keeps its data there; without it, data stays in the task");
  }
}
