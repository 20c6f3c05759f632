package io.terraplen.rule.network;

import static io.terraplen.finding.Severity.DANGER;
import static io.terraplen.finding.Severity.SILENT;
import static io.terraplen.finding.Severity.WARNING;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.model.Nat;
import io.terraplen.model.Network;
import io.terraplen.rule.ModelRule;
import java.util.stream.Stream;

/** Each zone has its own way out: losing one zone must not cut the others off. */
public final class NatPerZone implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(NatPerZone.class, "one NAT gateway for several zones", SILENT, WARNING, DANGER);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    int zones = derived.layout().zones().size();
    return Stream.of(derived.environment().network())
        .filter(network -> network.nat() == Nat.SINGLE && zones > 1)
        .map(network -> finding(network, zones));
  }

  private static Finding finding(Network network, int zones) {
    return INFO.finding(network.at().child("nat"), "one NAT gateway serves %d zones", zones)
        .hint("if its zone fails, every private subnet loses its way out")
        .consider("per_zone");
  }
}
