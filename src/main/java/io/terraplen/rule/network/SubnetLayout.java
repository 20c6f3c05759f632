package io.terraplen.rule.network;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Cidr;
import io.terraplen.derive.Derived;
import io.terraplen.derive.Layout;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Database;
import io.terraplen.model.Network;
import io.terraplen.model.Scalars;
import io.terraplen.model.Service;
import io.terraplen.model.Tier;
import io.terraplen.model.Zones;
import io.terraplen.rule.ModelRule;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The subnets fit their VPC, each other, their zones and what runs in them. AWS takes a VPC or
 * subnet of /16 to /28 and keeps five addresses of each subnet (rules.md).
 */
public final class SubnetLayout implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(SubnetLayout.class, "subnets that do not fit", Severity.ERROR);

  private static final int WIDEST = 16;
  private static final int NARROWEST = 28;
  private static final int RESERVED = 5;

  private final Catalog catalog;

  public SubnetLayout(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Stream<Finding> zones = zones(derived);
    List<Finding> vpc = vpc(derived);
    // In a range that is none, no subnet can be right.
    return Stream.of(zones, vpc.stream(), vpc.isEmpty() ? subnets(derived) : Stream.<Finding>of())
        .flatMap(each -> each);
  }

  private Stream<Finding> zones(Derived derived) {
    Network network = derived.environment().network();
    Zones stated = Objects.requireNonNull(network.zones());
    Pointer at = network.at().child("zones");
    String region = derived.environment().region();
    List<String> known = catalog.regions().zonesByRegion().getOrDefault(region, List.of());
    if (known.isEmpty() && stated.names() == null) {
      return Stream.of(
          INFO.finding(
                  derived.environment().at().child("region"),
                  "the catalog knows no region `%s`",
                  region)
              .hint("name the zones: `zones: [" + region + "a, " + region + "b]`")
              .withCatalogDate(catalog.regions().date()));
    }
    if (stated.names() == null && stated.size() > known.size()) {
      return Stream.of(
          INFO.finding(at, "`%s` has %d zones, not %d", region, known.size(), stated.size())
              .hint("use " + known.size() + " or fewer")
              .withCatalogDate(catalog.regions().date()));
    }
    int zones = derived.layout().zones().size();
    if (zones < 2 && derived.graph().hasLoadBalancer()) {
      return Stream.of(
          INFO.finding(at, "a load balancer needs two zones, there is one").hint("use 2 or more"));
    }
    if (zones < 2 && !derived.environment().all(Database.class).isEmpty()) {
      return Stream.of(
          INFO.finding(at, "a database's subnets need two zones, there is one")
              .hint("use 2 or more; the database itself may have one instance"));
    }
    return Stream.of();
  }

  private static List<Finding> vpc(Derived derived) {
    Network network = derived.environment().network();
    Pointer at = network.at().child("cidr");
    Cidr vpc = Cidr.parse(network.cidr());
    if (vpc.bits() < WIDEST || vpc.bits() > NARROWEST) {
      return List.of(
          INFO.finding(at, "a VPC is /%d to /%d, not /%d", WIDEST, NARROWEST, vpc.bits())
              .hint("AWS takes nothing else"));
    }
    if (!vpc.isAligned()) {
      return List.of(misaligned(at, vpc));
    }
    boolean usesGrid =
        derived.layout().subnets().stream().anyMatch(subnet -> subnet.at().equals(network.at()));
    if (usesGrid && vpc.part(Layout.GRID_BITS, 0).bits() > NARROWEST) {
      return List.of(
          INFO.finding(at, "`%s` is too small to be cut into subnets by itself", network.cidr())
              .hint("take /23 or wider, or state `network.subnets`"));
    }
    return List.of();
  }

  private static Finding misaligned(Pointer at, Cidr range) {
    Cidr right = new Cidr(range.address() / range.size() * range.size(), range.bits());
    return INFO.finding(at, "`%s` does not begin where a /%d begins", range, range.bits())
        .fix(right.toString());
  }

  private static Stream<Finding> subnets(Derived derived) {
    List<Finding> findings = new ArrayList<>();
    counts(derived, findings);
    Cidr vpc = Cidr.parse(derived.environment().network().cidr());
    List<Layout.Subnet> subnets = derived.layout().subnets();
    for (int i = 0; i < subnets.size(); i++) {
      Layout.Subnet subnet = subnets.get(i);
      Cidr range = Cidr.parse(subnet.cidr());
      if (range.bits() < WIDEST || range.bits() > NARROWEST) {
        findings.add(
            INFO.finding(
                    subnet.at(), "a subnet is /%d to /%d, not /%d", WIDEST, NARROWEST, range.bits())
                .hint("AWS takes nothing else"));
      } else if (!range.isAligned()) {
        findings.add(misaligned(subnet.at(), range));
      } else if (!vpc.contains(range)) {
        findings.add(
            INFO.finding(subnet.at(), "`%s` lies outside the VPC's `%s`", range, vpc)
                .hint("take a part of the VPC's range"));
      } else {
        overlap(subnet, range, subnets.subList(0, i), findings);
      }
    }
    room(derived, findings);
    return findings.stream();
  }

  private static void overlap(
      Layout.Subnet subnet, Cidr range, List<Layout.Subnet> before, List<Finding> findings) {
    before.stream()
        .filter(other -> Cidr.parse(other.cidr()).isAligned())
        .filter(other -> Cidr.parse(other.cidr()).overlaps(range))
        .findFirst()
        .ifPresent(
            other ->
                findings.add(
                    INFO.finding(
                            subnet.at(),
                            "`%s` overlaps `%s` of the subnet `%s`",
                            range,
                            other.cidr(),
                            other.label())
                        .hint("take a range that no other subnet has")));
  }

  /** Stated ranges: one for each zone, in every tier that something is placed in. */
  private static void counts(Derived derived, List<Finding> findings) {
    Network network = derived.environment().network();
    if (network.subnets() == null) {
      return;
    }
    int zones = derived.layout().zones().size();
    for (Tier tier : Tier.values()) {
      List<String> stated = network.subnets().of(tier);
      if (stated != null && stated.size() != zones) {
        findings.add(
            INFO.finding(
                    network.subnets().at().child(Scalars.spell(tier)),
                    "%d of %d ranges are stated",
                    stated.size(),
                    zones)
                .hint("state one for each zone"));
      }
    }
  }

  /** While a deployment runs, a service has up to twice its tasks, and each takes an address. */
  private static void room(Derived derived, List<Finding> findings) {
    long tasks =
        derived.environment().all(Service.class).stream()
            .mapToLong(
                service ->
                    (long) Objects.requireNonNull(Objects.requireNonNull(service.tasks()).max())
                        * Objects.requireNonNull(
                            Objects.requireNonNull(service.deployment()).maxPercent())
                        / 100)
            .sum();
    List<Layout.Subnet> subnets = derived.layout().subnets(Tier.PRIVATE);
    long room = subnets.stream().mapToLong(each -> Cidr.parse(each.cidr()).size() - RESERVED).sum();
    if (!subnets.isEmpty() && tasks > room) {
      findings.add(
          INFO.finding(
                  subnets.get(0).at(),
                  "%d addresses in the private subnets, up to %d tasks",
                  room,
                  tasks)
              .hint("AWS keeps five of each subnet; take wider ranges"));
    }
  }
}
