package io.terraplen.rule.data;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Database;
import io.terraplen.rule.ModelRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A database can be created with its engine version. */
public final class EngineVersionExists implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          EngineVersionExists.class, "an engine version that cannot be created", Severity.ERROR);

  /** So many of the versions that exist are named. */
  private static final int SHOWN = 3;

  private final Catalog catalog;

  public EngineVersionExists(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.environment().all(Database.class).stream().flatMap(this::check);
  }

  private Stream<Finding> check(Database database) {
    Catalog.Engines engines = catalog.engines();
    Catalog.Versions known = engines.byEngine().get(database.engine().toString());
    if (known == null || (database.adopted() != null && database.adopted().exists())) {
      return Stream.of();
    }
    Versions versions = new Versions(known);
    String name = Engines.title(database.engine()) + " " + database.version();
    return switch (versions.of(database.version())) {
      case AVAILABLE, NEWER -> Stream.of();
      case DEPRECATED ->
          Stream.of(finding(database, name + " is not offered any more", versions, engines.date()));
      case MAJOR ->
          Stream.of(
              finding(
                  database,
                  name + " is a major version; name the exact one",
                  versions,
                  engines.date()));
      case UNKNOWN ->
          Stream.of(
              finding(database, name + " is no version that RDS knows", versions, engines.date()));
    };
  }

  private static Finding finding(
      Database database, String message, Versions versions, LocalDate date) {
    List<String> candidates = versions.inPlaceOf(database.version());
    String first = String.join(", ", candidates.subList(0, Math.min(SHOWN, candidates.size())));
    String more = candidates.size() > SHOWN ? " …" : "";
    Finding finding =
        INFO.finding(database.at().child("version"), "%s", message)
            .hint("available: " + first + more + " (catalog of " + date + ")")
            .withCatalogDate(date);
    return versions
        .nearest(database.version())
        .map(version -> finding.consider('"' + version + '"'))
        .orElse(finding);
  }
}
