package io.terraplen.rule.app;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Derived;
import io.terraplen.finding.Edit;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Job;
import io.terraplen.model.Workload;
import io.terraplen.rule.ModelRule;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CPU and memory are one of the pairs that Fargate has. */
public final class FargateSize implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(FargateSize.class, "cpu and memory that Fargate does not pair", Severity.ERROR);

  private final Catalog catalog;

  public FargateSize(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived
        .environment()
        .components()
        .all()
        .filter(Workload.class::isInstance)
        .map(Workload.class::cast)
        .filter(workload -> !isInherited(workload, derived))
        .flatMap(this::check);
  }

  /** Whether a job merely has the size of the service that it is like, where the finding stands. */
  private static boolean isInherited(Workload workload, Derived derived) {
    if (!(workload instanceof Job job && job.sharesTask())) {
      return false;
    }
    Workload host = derived.graph().host(job);
    return Objects.equals(host.cpu(), job.cpu()) && Objects.equals(host.memory(), job.memory());
  }

  private Stream<Finding> check(Workload workload) {
    Catalog.FargateSizes sizes = catalog.fargateSizes();
    int cpu = Objects.requireNonNull(workload.cpu());
    int memory = Objects.requireNonNull(workload.memory());
    List<Integer> memories = sizes.memoryByCpu().get(cpu);
    if (memories == null) {
      Collection<Integer> cpus = sizes.memoryByCpu().keySet();
      return Stream.of(
          INFO.finding(workload.at().child("cpu"), "Fargate has no tasks of %d CPU units", cpu)
              .hint("it has " + list(cpus))
              .consider(String.valueOf(nearest(cpu, cpus)))
              .withCatalogDate(sizes.date()));
    }
    if (memories.contains(memory)) {
      return Stream.of();
    }
    Edit edit = new Edit(workload.at().child("memory"), String.valueOf(nearest(memory, memories)));
    return Stream.of(
        INFO.finding(edit.at(), "Fargate has no tasks of %d CPU units and %d MiB", cpu, memory)
            .hint("with " + cpu + " CPU units, " + shown(memories))
            .consider(edit)
            .withCatalogDate(sizes.date()));
  }

  /** All of a few sizes, the ends of many. */
  private static String shown(List<Integer> memories) {
    return memories.size() <= 4
        ? list(memories) + " MiB"
        : memories.get(0)
            + " to "
            + memories.get(memories.size() - 1)
            + " MiB in steps of "
            + (memories.get(1) - memories.get(0));
  }

  private static String list(Collection<Integer> sizes) {
    List<String> words = sizes.stream().map(String::valueOf).toList();
    int end = words.size() - 1;
    return words.subList(0, end).stream().collect(Collectors.joining(", "))
        + " or "
        + words.get(end);
  }

  /** The nearest size, the larger of two equally near. */
  private static int nearest(int wanted, Collection<Integer> sizes) {
    return sizes.stream()
        .min(
            Comparator.<Integer>comparingLong(size -> Math.abs((long) size - wanted))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }
}
