package io.terraplen.rule.data;

import static io.terraplen.finding.Severity.DANGER;
import static io.terraplen.finding.Severity.NOTE;
import static io.terraplen.finding.Severity.WARNING;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.model.Address;
import io.terraplen.model.Database;
import io.terraplen.model.Job;
import io.terraplen.rule.ModelRule;
import java.util.stream.Stream;

/** A job creates the first administrator, so that a reset of the database locks nobody out. */
public final class AdminSeed implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(AdminSeed.class, "a database without a job that seeds it", NOTE, WARNING, DANGER);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.environment().all(Database.class).stream()
        .filter(database -> !isSeeded(database, derived))
        .map(AdminSeed::finding);
  }

  private static boolean isSeeded(Database database, Derived derived) {
    Address address = Address.of(database);
    return derived.environment().all(Job.class).stream()
        .anyMatch(job -> address.equals(job.seeds()));
  }

  private static Finding finding(Database database) {
    return INFO.finding(
            database.at(),
            "no job creates the first administrator of `database.%s`",
            database.key())
        .hint("give the job that does `seeds: database." + database.key() + "`");
  }
}
