package io.terraplen.rule.data;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Database;
import io.terraplen.rule.ModelRule;
import java.util.stream.Stream;

/** The catalog knows each engine version, so that it can tell whether AWS takes it. */
public final class EngineVersionUnknown implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          EngineVersionUnknown.class, "an engine version newer than the catalog", Severity.WARNING);

  private final Catalog catalog;

  public EngineVersionUnknown(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.environment().all(Database.class).stream()
        .filter(this::isNewer)
        .map(this::finding);
  }

  private boolean isNewer(Database database) {
    Catalog.Versions known = catalog.engines().byEngine().get(database.engine().toString());
    return known != null && new Versions(known).of(database.version()) == Versions.Standing.NEWER;
  }

  private Finding finding(Database database) {
    return INFO.finding(
            database.at().child("version"),
            "%s %s is newer than every version in the catalog of %s",
            Engines.title(database.engine()),
            database.version(),
            catalog.engines().date())
        .hint("refresh it with `gen catalog refresh`, or ask AWS whether the version exists")
        .withCatalogDate(catalog.engines().date());
  }
}
