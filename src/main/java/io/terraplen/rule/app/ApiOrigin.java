package io.terraplen.rule.app;

import static io.terraplen.finding.Severity.DANGER;
import static io.terraplen.finding.Severity.WARNING;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Edit;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.model.Service;
import io.terraplen.model.Site;
import io.terraplen.rule.ModelRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * A site reaches the API under its own origin: a page served over HTTPS cannot call an HTTP API
 * elsewhere.
 */
public final class ApiOrigin implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(ApiOrigin.class, "a site without a path to its API", WARNING, DANGER, DANGER);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    List<Site> sites = derived.environment().all(Site.class);
    // A service that listens and is checked is an API; without a check it may well be internal.
    List<Service> apis =
        derived.environment().all(Service.class).stream()
            .filter(service -> service.port() != null && service.health() != null)
            .toList();
    return sites.isEmpty() || apis.isEmpty() || derived.graph().hasLoadBalancer()
        ? Stream.of()
        : Stream.of(finding(sites.get(0), apis.get(0)));
  }

  private static Finding finding(Site site, Service api) {
    Edit edit = new Edit(site.at().child("routes"), "{/api/*: service." + api.key() + "}");
    return INFO.finding(
            edit.at(), "no path of `site.%s` leads to `service.%s`", site.key(), api.key())
        .hint("the site is served over HTTPS and cannot call an HTTP API elsewhere")
        .consider(edit);
  }
}
