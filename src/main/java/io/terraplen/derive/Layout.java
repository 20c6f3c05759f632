package io.terraplen.derive;

import io.terraplen.model.Database;
import io.terraplen.model.Environment;
import io.terraplen.model.Nat;
import io.terraplen.model.Network;
import io.terraplen.model.Scalars;
import io.terraplen.model.Tier;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The subnets of a network. Left to itself, the VPC's range is cut into 32 equal parts: eight for
 * each tier (public, private, data), one a zone, by the zone's own letter. So a subnet's range
 * depends on its tier and zone alone, and a zone or tier added later moves no other.
 */
public final class Layout {

  /**
   * One subnet.
   *
   * @param at where its range is stated, or the network's address
   * @param label its Terraform label: {@code private_a}
   */
  public record Subnet(Pointer at, Tier tier, String zone, String label, String cidr) {}

  /** The VPC is cut into two to this power equal parts. */
  public static final int GRID_BITS = 5;

  private static final int ZONES_PER_TIER = 8;

  private final List<String> zones;
  private final List<Subnet> subnets;

  private Layout(List<String> zones, List<Subnet> subnets) {
    this.zones = List.copyOf(zones);
    this.subnets = List.copyOf(subnets);
  }

  static Layout of(Environment environment, Graph graph, List<String> regionZones) {
    Network network = environment.network();
    List<String> zones = zones(network, regionZones);
    List<Subnet> subnets = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      if (isUsed(tier, environment, graph)) {
        for (int i = 0; i < zones.size(); i++) {
          subnet(network, tier, zones.get(i), i, subnets);
        }
      }
    }
    return new Layout(zones, subnets);
  }

  private static void subnet(
      Network network, Tier tier, String zone, int index, List<Subnet> subnets) {
    String word = tierWord(tier);
    String letter = letter(zone);
    List<String> stated = network.subnets() == null ? null : network.subnets().of(tier);
    if (stated == null) {
      int slot = row(tier) * ZONES_PER_TIER + (letter.charAt(letter.length() - 1) - 'a');
      String cidr = Cidr.parse(network.cidr()).part(GRID_BITS, slot).toString();
      subnets.add(new Subnet(network.at(), tier, zone, word + "_" + letter, cidr));
    } else if (index < stated.size()) {
      Pointer at = network.at().child("subnets").child(word).item(index);
      subnets.add(new Subnet(at, tier, zone, word + "_" + letter, stated.get(index)));
    }
  }

  /** The tier's place in the grid; fixed for ever, for it decides addresses. */
  private static int row(Tier tier) {
    return switch (tier) {
      case PUBLIC -> 0;
      case PRIVATE -> 1;
      case DATA -> 2;
    };
  }

  /** The spelling of a tier in descriptors and labels. */
  public static String tierWord(Tier tier) {
    return Scalars.spell(tier);
  }

  private static List<String> zones(Network network, List<String> regionZones) {
    var zones = Objects.requireNonNull(network.zones());
    if (zones.names() != null) {
      return zones.names();
    }
    return regionZones.subList(0, Math.min(zones.size(), regionZones.size()));
  }

  /** What tells a zone from its neighbours: the letter that follows the region's number. */
  public static String letter(String zone) {
    int i = zone.length();
    while (i > 0 && Character.isLetter(zone.charAt(i - 1))) {
      i--;
    }
    return zone.substring(i);
  }

  private static boolean isUsed(Tier tier, Environment environment, Graph graph) {
    boolean database =
        environment.all(Database.class).stream().anyMatch(each -> each.tier() == tier);
    return switch (tier) {
      case PUBLIC -> database || graph.hasLoadBalancer() || environment.network().nat() != Nat.NONE;
      case PRIVATE -> database || !graph.workloads().isEmpty();
      case DATA -> database;
    };
  }

  /** The zones in use, in order. */
  public List<String> zones() {
    return zones;
  }

  /** Every subnet, by tier, then zone. */
  public List<Subnet> subnets() {
    return subnets;
  }

  /** The subnets of a tier, one a zone; empty where nothing is placed in it. */
  public List<Subnet> subnets(Tier tier) {
    return subnets.stream().filter(subnet -> subnet.tier() == tier).toList();
  }

  /** Whether anything is placed in a tier. */
  public boolean has(@Nullable Tier tier) {
    return subnets.stream().anyMatch(subnet -> subnet.tier() == tier);
  }
}
