package io.terraplen.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts of this version, packed with it. Each file is read once, when first asked for; a run
 * pays for what it uses.
 */
public final class Catalog {

  /** The engine versions that RDS knows. */
  public record Engines(LocalDate date, Map<String, Versions> byEngine) {}

  /**
   * The versions of one engine.
   *
   * @param available those that a new database can have, oldest first
   * @param deprecated those that run on but cannot be created
   */
  public record Versions(List<String> available, List<String> deprecated) {}

  /** Fargate's pairs: memory sizes in MiB by CPU units. */
  public record FargateSizes(LocalDate date, Map<Integer, List<Integer>> memoryByCpu) {}

  /** The availability zones of each region. */
  public record Regions(LocalDate date, Map<String, List<String>> zonesByRegion) {}

  /** The numbers of days that a log group can keep events. */
  public record LogRetention(LocalDate date, List<Integer> days) {}

  /** The six fields of a cron expression in EventBridge, Scheduler and Backup, in their order. */
  public record Schedules(LocalDate date, List<CronField> fields) {}

  /**
   * One field of a cron expression.
   *
   * @param names what may stand for numbers, from {@code min} on; empty where nothing may
   * @param wildcards the characters with a meaning here, such as {@code *} and {@code ?}
   */
  public record CronField(
      String name, int min, int max, List<String> names, List<String> wildcards) {}

  /**
   * What AWS takes in one argument.
   *
   * @param pattern what the whole text must match, where the source says so
   * @param maxLength in characters, where the source says so
   * @param rejectsNonAscii whether the source says that characters beyond ASCII are refused
   */
  public record Constraint(
      String resource,
      String argument,
      @Nullable Pattern pattern,
      @Nullable Integer minLength,
      @Nullable Integer maxLength,
      boolean rejectsNonAscii) {}

  /** Constraints by resource and argument. */
  public record Naming(LocalDate date, Map<String, Constraint> byArgument) {

    /** The constraint on an argument, {@code rule.name} for one in a block. */
    public Optional<Constraint> of(String resource, String argument) {
      return Optional.ofNullable(byArgument.get(resource + "." + argument));
    }
  }

  private final Supplier<Engines> engines = new Once<>(Catalog::readEngines);
  private final Supplier<FargateSizes> fargate = new Once<>(Catalog::readFargate);
  private final Supplier<Regions> regions = new Once<>(Catalog::readRegions);
  private final Supplier<LogRetention> retention = new Once<>(Catalog::readRetention);
  private final Supplier<Schedules> schedules = new Once<>(Catalog::readSchedules);
  private final Supplier<Naming> naming = new Once<>(Catalog::readNaming);

  public Engines engines() {
    return engines.get();
  }

  public FargateSizes fargateSizes() {
    return fargate.get();
  }

  public Regions regions() {
    return regions.get();
  }

  public LogRetention logRetention() {
    return retention.get();
  }

  public Schedules schedules() {
    return schedules.get();
  }

  public Naming naming() {
    return naming.get();
  }

  private static Engines readEngines() {
    Map<String, Object> file = Facts.read("aurora-postgresql-versions.json");
    Versions versions = new Versions(strings(file, "available"), strings(file, "deprecated"));
    return new Engines(date(file), Map.of((String) get(file, "engine"), versions));
  }

  private static FargateSizes readFargate() {
    Map<String, Object> file = Facts.read("fargate-sizes.json");
    Map<Integer, List<Integer>> sizes = new LinkedHashMap<>();
    for (Object each : list(file, "sizes")) {
      Map<String, Object> size = object(each);
      sizes.put(
          ((Long) get(size, "cpu")).intValue(),
          list(size, "memoryMiB").stream().map(mib -> ((Long) mib).intValue()).toList());
    }
    return new FargateSizes(date(file), sizes);
  }

  private static Regions readRegions() {
    Map<String, Object> file = Facts.read("aws-regions.json");
    Map<String, List<String>> zones = new LinkedHashMap<>();
    object(get(file, "regions"))
        .forEach((region, facts) -> zones.put(region, strings(object(facts), "availabilityZones")));
    return new Regions(date(file), zones);
  }

  private static LogRetention readRetention() {
    Map<String, Object> file = Facts.read("aws-limits.json");
    Map<String, Object> logs = object(get(object(get(file, "topics")), "logs"));
    return new LogRetention(
        date(file),
        list(logs, "retentionDays").stream().map(day -> ((Long) day).intValue()).toList());
  }

  private static Schedules readSchedules() {
    Map<String, Object> file = Facts.read("aws-limits.json");
    Map<String, Object> topic = object(get(object(get(file, "topics")), "eventBridgeSchedule"));
    List<CronField> fields = new ArrayList<>();
    for (Object each : list(object(get(topic, "cron")), "fields")) {
      Map<String, Object> field = object(each);
      fields.add(
          new CronField(
              (String) get(field, "name"),
              ((Long) get(field, "min")).intValue(),
              ((Long) get(field, "max")).intValue(),
              field.containsKey("names") ? strings(field, "names") : List.of(),
              List.of(((String) get(field, "wildcards")).split(" "))));
    }
    return new Schedules(date(file), List.copyOf(fields));
  }

  private static Naming readNaming() {
    Map<String, Object> file = Facts.read("naming-constraints.json");
    Map<String, Constraint> constraints = new LinkedHashMap<>();
    for (Object each : list(file, "constraints")) {
      Map<String, Object> row = object(each);
      String pattern = (String) row.get("pattern");
      Constraint constraint =
          new Constraint(
              (String) get(row, "resource"),
              (String) get(row, "argument"),
              pattern == null ? null : Pattern.compile(pattern),
              integer(row.get("minLength")),
              integer(row.get("maxLength")),
              "rejected".equals(row.get("nonAscii")));
      constraints.put(constraint.resource() + "." + constraint.argument(), constraint);
    }
    return new Naming(date(file), constraints);
  }

  private static LocalDate date(Map<String, Object> file) {
    return LocalDate.parse((String) get(file, "date"));
  }

  private static @Nullable Integer integer(@Nullable Object value) {
    return value == null ? null : ((Long) value).intValue();
  }

  private static Object get(Map<String, Object> object, String key) {
    return Objects.requireNonNull(object.get(key), key);
  }

  private static List<String> strings(Map<String, Object> object, String key) {
    return list(object, key).stream().map(String.class::cast).toList();
  }

  private static List<Object> list(Map<String, Object> object, String key) {
    return new ArrayList<>((List<?>) get(object, key));
  }

  @SuppressWarnings("unchecked") // the fact files are ours
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  /** A value made when it is first asked for. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private @Nullable T value;

    Once(Supplier<T> make) {
      this.make = make;
    }

    @Override
    public synchronized T get() {
      if (value == null) {
        value = make.get();
      }
      return value;
    }
  }
}
