package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Environment;
import io.terraplen.model.Image;
import io.terraplen.model.Job;
import io.terraplen.model.Service;
import io.terraplen.rule.ModelRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job that runs a service's image has a command of its own: the service's never ends. */
public final class JobTerminates implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(JobTerminates.class, "a job that starts a server", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Environment environment = derived.environment();
    return environment.all(Job.class).stream()
        .flatMap(
            job ->
                serviceOf(job, environment)
                    .filter(service -> command(job.command()).equals(command(service.command())))
                    .map(service -> finding(job, service))
                    .stream());
  }

  /** The service whose image a job runs. */
  private static Optional<Service> serviceOf(Job job, Environment environment) {
    return environment.all(Service.class).stream()
        .filter(
            service ->
                job.sharesTask()
                    ? Objects.requireNonNull(job.like()).name().equals(service.key())
                    : isSame(job.image(), service.image()))
        .findFirst();
  }

  private static boolean isSame(@Nullable Image one, Image other) {
    return one != null
        && one.repository().equals(other.repository())
        && one.tag().equals(other.tag());
  }

  private static List<String> command(@Nullable List<String> command) {
    return Objects.requireNonNullElse(command, List.of());
  }

  private static Finding finding(Job job, Service service) {
    return INFO.finding(
            job.at().child("command"),
            "`job.%s` starts the server of `service.%s`, which never ends",
            job.key(),
            service.key())
        .hint("give the job a `command` of its own that does its work and ends");
  }
}
