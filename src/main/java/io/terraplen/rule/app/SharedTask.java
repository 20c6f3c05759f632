package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Identity;
import io.terraplen.model.Job;
import io.terraplen.model.Scalars;
import io.terraplen.model.Shape;
import io.terraplen.model.Use;
import io.terraplen.model.Workload;
import io.terraplen.rule.ModelRule;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A job that runs a service's task changes what ECS can override when it starts the task: command,
 * variables, CPU and memory. The rest is the task definition's.
 */
public final class SharedTask implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(SharedTask.class, "a job that changes its service's task", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.environment().all(Job.class).stream()
        .filter(Job::sharesTask)
        .flatMap(job -> check(job, derived.graph().host(job)));
  }

  private static Stream<Finding> check(Job job, Workload host) {
    List<Pointer> changed = new ArrayList<>();
    compare(job.image(), host.image(), job.at().child("image"), changed);
    compare(job.architecture(), host.architecture(), job.at().child("architecture"), changed);
    compare(uses(job), uses(host), job.at().child("uses"), changed);
    compare(job.egress(), host.egress(), job.at().child("egress"), changed);
    compare(job.logs(), host.logs(), job.at().child("logs"), changed);
    return changed.stream().map(at -> finding(job, host, at));
  }

  /** What is used and how, in any order. */
  private static Map<String, String> uses(Workload workload) {
    Map<String, String> uses = new TreeMap<>();
    for (Use use : Objects.requireNonNullElse(workload.uses(), List.<Use>of())) {
      uses.put(use.to().toString(), String.valueOf(use.as()));
    }
    return uses;
  }

  /** Adds the places where two values differ; where a mapping does, its differing keys. */
  private static void compare(
      @Nullable Object own, @Nullable Object host, Pointer at, List<Pointer> changed) {
    if (own instanceof Record
        && host instanceof Record
        && !Scalars.isScalar(own.getClass())
        && own.getClass() == host.getClass()) {
      for (Shape.Key key : Shape.of(own.getClass()).keys()) {
        Object value = key.value(own);
        // What is the service's own, such as the log group's name, was not taken over.
        if (value != null || !key.has(Identity.class)) {
          compare(value, key.value(host), at.child(key.name()), changed);
        }
      }
    } else if (!Objects.equals(own, host)) {
      changed.add(at);
    }
  }

  private static Finding finding(Job job, Workload host, Pointer at) {
    String key = at.toString().substring(job.at().toString().length() + 1);
    return INFO.finding(
            at, "`job.%s` runs the task of `service.%s`: `%s` is fixed", job.key(), host.key(), key)
        .hint(
            "only `command`, `env`, `cpu` and `memory` can differ; or state a job without `like`");
  }
}
