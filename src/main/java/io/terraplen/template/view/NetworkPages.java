package io.terraplen.template.view;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Layout;
import io.terraplen.model.Nat;
import io.terraplen.model.Network;
import io.terraplen.model.Tier;
import io.terraplen.template.Ref;
import io.terraplen.template.Wiring;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network module: VPC, subnets, ways out. */
final class NetworkPages {

  /** The VPC; {@code gateway} is there when a public subnet is. */
  public record Vpc(Pointer at, String name, String cidr, Ref id, @Nullable Boolean gateway) {}

  /** A subnet. */
  public record Subnet(Pointer at, String label, String name, Ref vpc, String zone, String cidr) {}

  /** A NAT gateway with its address. */
  public record Gateway(
      Pointer at, String label, String name, Ref address, Ref subnet, Ref internetGateway) {}

  /** A route table, its way out and the subnets that follow it. */
  public record Table(
      Pointer at,
      String label,
      String name,
      Ref vpc,
      Ref id,
      @Nullable Ref internetGateway,
      @Nullable Ref natGateway,
      Pointer natAt,
      List<Member> subnets) {}

  /** A subnet that follows a route table. */
  public record Member(Pointer at, String label, Ref id) {}

  private final Network network;
  private final Layout layout;
  private final String prefix;
  private final String name;
  private final Wiring.Scope scope;

  private NetworkPages(Derived derived, Wiring wiring) {
    this.network = derived.environment().network();
    this.layout = derived.layout();
    this.prefix = derived.names().prefix();
    this.name = derived.names().of("vpc");
    this.scope = wiring.from(Blocks.NETWORK);
  }

  static List<Page> of(Derived derived, Wiring wiring) {
    NetworkPages pages = new NetworkPages(derived, wiring);
    return List.of(
        Page.of("modules/network/vpc.tf", "vpc", pages.vpc()),
        Page.of("modules/network/subnets.tf", "subnets", pages.subnets()),
        Page.of("modules/network/nat.tf", "gateways", pages.gateways()),
        Page.of("modules/network/routes.tf", "tables", pages.tables()));
  }

  private Vpc vpc() {
    return new Vpc(
        network.at(), name, network.cidr(), vpcId(), layout.has(Tier.PUBLIC) ? true : null);
  }

  private List<Subnet> subnets() {
    return layout.subnets().stream()
        .map(
            subnet ->
                new Subnet(
                    subnet.at(),
                    subnet.label(),
                    named(subnet.label()),
                    vpcId(),
                    subnet.zone(),
                    subnet.cidr()))
        .toList();
  }

  private List<Gateway> gateways() {
    return natSubnets().stream()
        .map(
            subnet -> {
              String label = Layout.letter(subnet.zone());
              return new Gateway(
                  natAt(),
                  label,
                  named("nat_" + label),
                  scope.ref(Blocks.network("aws_eip", label), "id"),
                  scope.ref(Blocks.subnet(subnet.label()), "id"),
                  scope.block(Blocks.internetGateway()));
            })
        .toList();
  }

  /** The public subnets that hold a NAT gateway; none where nothing private could use one. */
  private List<Layout.Subnet> natSubnets() {
    List<Layout.Subnet> subnets = layout.subnets(Tier.PUBLIC);
    if (!layout.has(Tier.PRIVATE) || network.nat() == Nat.NONE) {
      return List.of();
    }
    return network.nat() == Nat.SINGLE ? subnets.subList(0, 1) : subnets;
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    if (layout.has(Tier.PUBLIC)) {
      tables.add(
          table(
              "public",
              scope.ref(Blocks.internetGateway(), "id"),
              null,
              layout.subnets(Tier.PUBLIC)));
    }
    // A table for each zone, whatever the number of gateways: a gateway more changes one route a
    // zone.
    List<Layout.Subnet> gateways = natSubnets();
    for (Layout.Subnet subnet : layout.subnets(Tier.PRIVATE)) {
      Layout.Subnet gateway =
          gateways.stream()
              .filter(each -> each.zone().equals(subnet.zone()))
              .findFirst()
              .orElse(gateways.isEmpty() ? null : gateways.get(0));
      Ref nat =
          gateway == null
              ? null
              : scope.ref(Blocks.network("aws_nat_gateway", Layout.letter(gateway.zone())), "id");
      tables.add(table(subnet.label(), null, nat, List.of(subnet)));
    }
    if (layout.has(Tier.DATA)) {
      tables.add(table("data", null, null, layout.subnets(Tier.DATA)));
    }
    return tables;
  }

  private Table table(
      String label,
      @Nullable Ref internetGateway,
      @Nullable Ref natGateway,
      List<Layout.Subnet> subnets) {
    return new Table(
        network.at(),
        label,
        named(label),
        vpcId(),
        scope.ref(Blocks.network("aws_route_table", label), "id"),
        internetGateway,
        natGateway,
        natAt(),
        subnets.stream()
            .map(
                subnet ->
                    new Member(
                        subnet.at(),
                        subnet.label(),
                        scope.ref(Blocks.subnet(subnet.label()), "id")))
            .toList());
  }

  private Pointer natAt() {
    return network.at().child("nat");
  }

  private Ref vpcId() {
    return scope.ref(Blocks.vpc(), "id");
  }

  private String named(String label) {
    return prefix + "-" + label.replace('_', '-');
  }
}
