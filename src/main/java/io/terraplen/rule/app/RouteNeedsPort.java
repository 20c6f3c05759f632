package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Service;
import io.terraplen.rule.ModelRule;
import java.util.stream.Stream;

/** A service that something routes to listens on a port: the load balancer must know which. */
public final class RouteNeedsPort implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(RouteNeedsPort.class, "a route to a service without a port", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.graph().routed().stream()
        .filter(service -> service.port() == null)
        .map(RouteNeedsPort::finding);
  }

  private static Finding finding(Service service) {
    return INFO.finding(
            service.at().child("port"), "`service.%s` has a route but no `port`", service.key())
        .hint("state the port that its container listens on");
  }
}
