package io.terraplen.rule.output;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.rule.Output;
import io.terraplen.rule.OutputBlock;
import io.terraplen.rule.OutputRule;
import io.terraplen.rule.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What only we or our own parts should reach is not open to every address there is. */
public final class OpenToWorld implements OutputRule {

  private static final RuleInfo INFO =
      RuleInfo.of(OpenToWorld.class, "a guarded port is reachable from everywhere", Severity.ERROR);

  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0/0", "::/0");

  /** The arguments that name address ranges, over the three ways to write a rule. */
  private static final List<String> RANGES =
      List.of("cidr_ipv4", "cidr_ipv6", "cidr_blocks", "ipv6_cidr_blocks");

  /** All protocols, by each of its names. */
  private static final Set<String> ALL = Set.of("-1", "all");

  /** The protocols that have ports, by name and by number. */
  private static final Set<String> WITH_PORTS = Set.of("tcp", "udp", "6", "17");

  /** The registered or usual ports of what is meant for administrators and for our own parts. */
  private static final Map<Integer, String> GUARDED = guarded();

  private static Map<Integer, String> guarded() {
    Map<Integer, String> ports = new LinkedHashMap<>();
    ports.put(22, "SSH");
    ports.put(3389, "remote desktop");
    ports.put(2049, "NFS");
    ports.put(5432, "PostgreSQL");
    ports.put(3306, "MySQL");
    ports.put(6379, "Redis");
    ports.put(11211, "Memcached");
    ports.put(1433, "SQL Server");
    ports.put(27017, "MongoDB");
    return Collections.unmodifiableMap(ports);
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Output output) {
    return ingress(output).flatMap(rule -> finding(output, rule).stream());
  }

  /** Every ingress rule, in whichever of the three ways it is written. */
  private static Stream<OutputBlock> ingress(Output output) {
    return Stream.of(
            output.resources("aws_vpc_security_group_ingress_rule"),
            output.resources("aws_security_group_rule").filter(OpenToWorld::isIngress),
            Stream.of("aws_security_group", "aws_default_security_group")
                .flatMap(output::resources)
                .flatMap(group -> group.nested("ingress")))
        .flatMap(rules -> rules);
  }

  private static boolean isIngress(OutputBlock rule) {
    return rule.text("type").filter("ingress"::equals).isPresent();
  }

  private static Optional<Finding> finding(Output output, OutputBlock rule) {
    return range(rule)
        .flatMap(
            range ->
                opened(rule)
                    .map(
                        what ->
                            output
                                .finding(INFO, rule, "%s is open to %s", what, range)
                                .hint("name the addresses or the security group that need it")));
  }

  private static Optional<String> range(OutputBlock rule) {
    return RANGES.stream()
        .flatMap(name -> rule.value(name).stream())
        .flatMap(value -> value.each().stream())
        .flatMap(value -> value.text().stream())
        .filter(EVERYWHERE::contains)
        .map(range -> "`" + range + "`")
        .findFirst();
  }

  /** What a rule opens of that which is guarded. */
  private static Optional<String> opened(OutputBlock rule) {
    String protocol = rule.text("ip_protocol").or(() -> rule.text("protocol")).orElse("unknown");
    if (ALL.contains(protocol)) {
      return Optional.of("every port");
    }
    Optional<Integer> from = rule.value("from_port").flatMap(OpenToWorld::port);
    Optional<Integer> to = rule.value("to_port").flatMap(OpenToWorld::port);
    if (!WITH_PORTS.contains(protocol) || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.get() <= 1 && to.get() == 65535) {
      return Optional.of("every port");
    }
    return GUARDED.entrySet().stream()
        .filter(guarded -> from.get() <= guarded.getKey() && guarded.getKey() <= to.get())
        .map(guarded -> guarded.getValue() + " (port " + guarded.getKey() + ")")
        .findFirst();
  }

  private static Optional<Integer> port(Value value) {
    return value.text().filter(text -> text.matches("[0-9]{1,5}")).map(Integer::parseInt);
  }
}
