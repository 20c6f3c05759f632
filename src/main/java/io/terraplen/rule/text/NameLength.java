package io.terraplen.rule.text;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Derived;
import io.terraplen.derive.Names;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.rule.ModelRule;
import io.terraplen.text.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A stated name is not longer than AWS allows. Derived names never are: {@link Names} shortens them
 * (NamesFitTest).
 */
public final class NameLength implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(NameLength.class, "a name longer than AWS allows", Severity.ERROR);

  private final Catalog catalog;

  public NameLength(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    // One stated name may serve several resources: the one that allows least counts.
    Map<Pointer, Names.Name> tightest = new LinkedHashMap<>();
    for (Names.Name name : derived.names().all()) {
      if (name.stated() && name.value().length() > limit(name)) {
        tightest.merge(name.at(), name, (one, other) -> limit(other) < limit(one) ? other : one);
      }
    }
    return tightest.values().stream().map(this::finding);
  }

  private int limit(Names.Name name) {
    return catalog
        .naming()
        .of(name.resource(), name.argument())
        .map(Catalog.Constraint::maxLength)
        .orElse(Integer.MAX_VALUE);
  }

  private Finding finding(Names.Name name) {
    return INFO.finding(
            name.at(),
            "%d characters, but the name of an `%s` has at most %d",
            name.value().length(),
            name.resource(),
            limit(name))
        .hint("shorten it, or leave it out: derived names always fit")
        .withCatalogDate(Objects.requireNonNull(catalog.naming().date()));
  }
}
