package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Graph;
import io.terraplen.derive.Priority;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.rule.ModelRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Each path at the load balancer has a priority of its own and leads to one service. A priority
 * follows from the path alone, so two paths can meet by chance.
 */
public final class RoutePriority implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(RoutePriority.class, "two routes with one listener priority", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Map<Integer, Graph.Route> first = new LinkedHashMap<>();
    return derived.graph().routes().stream()
        .flatMap(
            route -> {
              Graph.Route earlier = first.putIfAbsent(Priority.of(route.path()), route);
              return earlier == null || isSame(route, earlier)
                  ? Stream.of()
                  : Stream.of(finding(route, earlier));
            });
  }

  /** Whether two sites merely share a route: the load balancer has one rule for both. */
  private static boolean isSame(Graph.Route route, Graph.Route other) {
    return route.path().equals(other.path()) && route.to().key().equals(other.to().key());
  }

  private static Finding finding(Graph.Route route, Graph.Route earlier) {
    return route.path().equals(earlier.path())
        ? INFO.finding(
                route.at(),
                "`%s` leads to `service.%s` from `site.%s`",
                route.path(),
                earlier.to().key(),
                earlier.from().key())
            .hint("both sites share the load balancer: one path leads to one service")
        : INFO.finding(
                route.at(),
                "`%s` and `%s` meet at listener priority %d",
                route.path(),
                earlier.path(),
                Priority.of(route.path()))
            .hint("priorities follow from the paths: make one of them longer");
  }
}
