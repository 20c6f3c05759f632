package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Graph;
import io.terraplen.derive.Injection;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Address;
import io.terraplen.model.Job;
import io.terraplen.model.Workload;
import io.terraplen.rule.ModelRule;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A variable of a container comes from one place: ECS refuses a second of the same name. */
public final class VariableClash implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(VariableClash.class, "one variable with two values", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Graph graph = derived.graph();
    Stream<Finding> arrows = graph.workloads().stream().flatMap(each -> ofArrows(each, graph));
    Stream<Finding> stated =
        derived
            .environment()
            .components()
            .all()
            .filter(Workload.class::isInstance)
            .map(Workload.class::cast)
            .flatMap(each -> ofStated(each, graph));
    return Stream.concat(arrows, stated);
  }

  /** The variables that two arrows inject, or one arrow twice: one finding for each two arrows. */
  private static Stream<Finding> ofArrows(Workload workload, Graph graph) {
    Map<String, Injection> first = new LinkedHashMap<>();
    Map<List<Pointer>, Finding> findings = new LinkedHashMap<>();
    for (Graph.Arrow arrow : graph.from(workload)) {
      for (Injection injection : Injection.of(arrow)) {
        Injection earlier = first.putIfAbsent(injection.name(), injection);
        if (earlier != null) {
          findings.putIfAbsent(
              List.of(earlier.at(), injection.at()), finding(arrow, injection, earlier));
        }
      }
    }
    return List.copyOf(findings.values()).stream();
  }

  private static Finding finding(Graph.Arrow arrow, Injection injection, Injection earlier) {
    Pointer at = arrow.as() == null ? arrow.at() : arrow.at().child("as").child(injection.part());
    Address from = Address.of(injection.from());
    Address other = Address.of(earlier.from());
    Finding finding =
        from.equals(other)
            ? INFO.finding(at, "`%s` injects `%s` twice", from, injection.name())
            : INFO.finding(at, "`%s` injects `%s`, as `%s` does", from, injection.name(), other);
    return finding.hint("name the variables of one of the two with `as`");
  }

  /** The variables that are stated as well as injected; a job's go over those of its host. */
  private static Stream<Finding> ofStated(Workload workload, Graph graph) {
    Workload host = workload instanceof Job job ? graph.host(job) : workload;
    Map<String, String> inherited = host.equals(workload) ? Map.of() : env(host);
    List<Finding> findings = new ArrayList<>();
    for (String name : env(workload).keySet()) {
      if (!inherited.containsKey(name)) {
        graph.from(host).stream()
            .flatMap(arrow -> Injection.of(arrow).stream())
            .filter(injection -> injection.name().equals(name))
            .findFirst()
            .ifPresent(injection -> findings.add(finding(workload, injection)));
      }
    }
    return findings.stream();
  }

  private static Map<String, String> env(Workload workload) {
    return Objects.requireNonNullElse(workload.env(), Map.of());
  }

  private static Finding finding(Workload workload, Injection injection) {
    return INFO.finding(
            workload.at().child("env").child(injection.name()),
            "`%s` is stated here, and injected by `%s`",
            injection.name(),
            Address.of(injection.from()))
        .hint("drop it, or name the injected one with `as`");
  }
}
