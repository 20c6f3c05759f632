package io.terraplen.model;

import static io.terraplen.model.Kind.Family.OWN;
import static io.terraplen.model.Kind.Family.STORE;
import static io.terraplen.model.Kind.Family.WORKLOAD;

import java.util.List;
import java.util.Optional;

/** The registry of component kinds: the only list of them. */
public final class Kinds {

  private static final List<Kind<?>> ALL =
      List.of(
          new Kind<>("database", Section.DATA, "databases", Database.class, STORE),
          new Kind<>("bucket", Section.DATA, "buckets", Bucket.class, OWN),
          new Kind<>("secret", Section.DATA, "secrets", Secret.class, OWN),
          new Kind<>("parameter", Section.DATA, "parameters", Parameter.class, OWN),
          new Kind<>("backup", Section.DATA, "backups", BackupPlan.class, OWN),
          new Kind<>("service", Section.APP, "services", Service.class, WORKLOAD),
          new Kind<>("job", Section.APP, "jobs", Job.class, WORKLOAD),
          new Kind<>("site", Section.APP, "sites", Site.class, OWN));

  private Kinds() {}

  /** Every kind, in the order in which a descriptor lists them. */
  public static List<Kind<?>> all() {
    return ALL;
  }

  /** The kinds that a section lists. */
  public static List<Kind<?>> of(Section section) {
    return ALL.stream().filter(kind -> kind.section() == section).toList();
  }

  /** The kind that an arrow's first word names. */
  public static Optional<Kind<?>> named(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** The kind of a component. */
  public static Kind<?> of(Component component) {
    return ALL.stream()
        .filter(kind -> kind.type() == component.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind for " + component.getClass()));
  }
}
