package io.terraplen.rule.app;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.BackupPlan;
import io.terraplen.model.Database;
import io.terraplen.model.Environment;
import io.terraplen.model.Job;
import io.terraplen.rule.ModelRule;
import io.terraplen.text.Pointer;
import java.util.stream.Stream;

/** Every schedule is one that AWS takes: its cron has six fields and one {@code ?}. */
public final class ScheduleExpression implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(ScheduleExpression.class, "a schedule that AWS does not take", Severity.ERROR);

  private final Catalog catalog;

  public ScheduleExpression(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Environment environment = derived.environment();
    Stream<Finding> jobs =
        environment.all(Job.class).stream()
            .filter(job -> job.schedule() != null)
            .flatMap(job -> check(job.at(), job.schedule(), Cron.Taker.RULE));
    Stream<Finding> backups =
        environment.all(BackupPlan.class).stream()
            .flatMap(plan -> check(plan.at(), plan.schedule(), Cron.Taker.BACKUP));
    Stream<Finding> exports =
        environment.all(Database.class).stream()
            .map(Database::export)
            .filter(export -> export != null)
            .flatMap(export -> check(export.at(), export.schedule(), Cron.Taker.SCHEDULER));
    return Stream.of(jobs, backups, exports).flatMap(each -> each);
  }

  private Stream<Finding> check(Pointer at, String schedule, Cron.Taker taker) {
    return new Cron(catalog.schedules(), taker)
        .fault(schedule).map(fault -> finding(at.child("schedule"), fault)).stream();
  }

  private static Finding finding(Pointer at, Cron.Fault fault) {
    Finding finding = INFO.finding(at, "%s", fault.message()).hint(fault.hint());
    String instead = fault.instead();
    if (instead == null) {
      return finding;
    }
    // Between braces a comma would end the value.
    return finding.fix(instead.contains(",") ? '"' + instead + '"' : instead);
  }
}
