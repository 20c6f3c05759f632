package io.terraplen.template.view;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Opening;
import io.terraplen.derive.Peer;
import io.terraplen.template.Address;
import io.terraplen.template.Ref;
import io.terraplen.template.Wiring;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The security groups of a module and the rules that its openings ask for. An opening's two rules
 * stand in the later of the modules of its ends.
 */
final class SecurityGroups {

  /** A security group. */
  public record Group(Pointer at, String label, String name, String description, Ref vpc) {}

  /** One direction of one opening. */
  public record Rule(
      Pointer at,
      String label,
      Ref group,
      String description,
      @Nullable Ref peerGroup,
      @Nullable String peerRange,
      @Nullable Ref peerPrefixList,
      boolean everyPort,
      int port) {}

  /** The list of CloudFront's addresses. */
  public record PrefixList(Pointer at, String label) {}

  private static final Address CLOUDFRONT =
      Address.data(Blocks.APP, "aws_ec2_managed_prefix_list", "cloudfront");

  private final Wiring.Scope scope;

  SecurityGroups(Wiring.Scope scope) {
    this.scope = scope;
  }

  Group group(Pointer at, String label, String name, String what) {
    return new Group(at, label, name, what, scope.ref(Blocks.vpc(), "id"));
  }

  /** The page of a module's groups and of the openings that belong to it. */
  Page page(String path, List<Group> groups, List<Opening> openings) {
    List<Rule> egress = new ArrayList<>();
    List<Rule> ingress = new ArrayList<>();
    for (Opening opening : openings) {
      if (opening.from().hasSecurityGroup()) {
        egress.add(egress(opening));
      }
      if (opening.to().hasSecurityGroup()) {
        ingress.add(ingress(opening));
      }
    }
    return new Page(
        path,
        Map.of(
            "groups",
            groups,
            "egress",
            egress,
            "ingress",
            ingress,
            "cloudfront",
            ingress.stream()
                .filter(rule -> rule.peerPrefixList() != null)
                .map(rule -> new PrefixList(rule.at(), CLOUDFRONT.label()))
                .toList()));
  }

  private Rule egress(Opening opening) {
    Peer from = opening.from();
    Peer to = opening.to();
    boolean outside = to.kind() == Peer.Kind.INTERNET;
    return new Rule(
        opening.at(),
        from.label() + "_to_" + to.label(),
        scope.ref(Blocks.securityGroup(from), "id"),
        from.label() + " to " + to.label(),
        outside ? null : scope.ref(Blocks.securityGroup(to), "id"),
        outside ? "0.0.0.0/0" : null,
        null,
        opening.isEveryPort(),
        opening.port());
  }

  private Rule ingress(Opening opening) {
    Peer from = opening.from();
    Peer to = opening.to();
    boolean edge = from.kind() == Peer.Kind.CLOUDFRONT;
    return new Rule(
        opening.at(),
        to.label() + "_from_" + from.label(),
        scope.ref(Blocks.securityGroup(to), "id"),
        from.label() + " to " + to.label(),
        edge ? null : scope.ref(Blocks.securityGroup(from), "id"),
        null,
        edge ? scope.ref(CLOUDFRONT, "id") : null,
        false,
        opening.port());
  }

  /** The openings whose rules a module holds. */
  static List<Opening> openings(Derived derived, boolean data) {
    return derived.openings().stream()
        .filter(opening -> (opening.from().isData() && opening.to().isData()) == data)
        .toList();
  }
}
