package io.terraplen.rule.text;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Names;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Environment;
import io.terraplen.rule.FleetRule;
import io.terraplen.rule.ModelRule;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A name belongs to one thing, within an environment and between those of one account. What exists
 * already counts as well: two environments that adopt one thing would change it in turns.
 */
public final class NameClash implements ModelRule, FleetRule {

  private static final RuleInfo INFO =
      RuleInfo.of(NameClash.class, "one name in AWS for two things", Severity.ERROR);

  /** Taken once in all of AWS. */
  private static final Set<String> WORLDWIDE = Set.of("aws_s3_bucket");

  /** Taken once in an account, whatever the region. */
  private static final Set<String> ACCOUNT_WIDE =
      Set.of(
          "aws_cloudfront_function",
          "aws_cloudfront_origin_access_control",
          "aws_cloudwatch_dashboard",
          "aws_iam_role");

  /** Told apart by the VPC or cluster that they are in, which each environment has for itself. */
  private static final Set<String> OWN_TO_AN_ENVIRONMENT =
      Set.of("aws_ecs_service", "aws_security_group");

  /** Names that AWS does not need to tell things apart. */
  private static final Set<String> FREE = Set.of("aws_vpc");

  /** Two web ACLs of one environment lie in two scopes, each with its own names. */
  private static final Set<String> SCOPED = Set.of("aws_wafv2_web_acl");

  /** A name in AWS: within which bounds it is unique, what it names, the name. */
  private static List<String> taken(String bounds, Names.Name name) {
    return List.of(bounds, name.resource(), name.value());
  }

  /** A name with the environment that takes it. */
  private record Holder(Derived derived, Names.Name name) {

    String environment() {
      return derived.environment().environment();
    }

    /** Whether all that this environment derives is what another derives too. */
    boolean sharesPrefix(Holder other) {
      return !name.stated()
          && !other.name.stated()
          && derived.names().prefix().equals(other.derived.names().prefix());
    }
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Map<List<String>, Names.Name> first = new LinkedHashMap<>();
    Map<List<Pointer>, Finding> findings = new LinkedHashMap<>();
    for (Names.Name name : derived.names().all()) {
      if (FREE.contains(name.resource()) || SCOPED.contains(name.resource())) {
        continue;
      }
      Names.Name earlier = first.putIfAbsent(taken("", name), name);
      if (earlier != null) {
        findings.putIfAbsent(List.of(earlier.at(), name.at()), finding(name, earlier));
      }
    }
    return List.copyOf(findings.values()).stream();
  }

  @Override
  public Stream<Finding> check(List<Derived> environments) {
    Map<List<String>, List<Holder>> holders = new LinkedHashMap<>();
    for (Derived each : environments) {
      for (Names.Name name : each.names().all()) {
        if (isShared(name)) {
          holders
              .computeIfAbsent(taken(name, each.environment()), taken -> new ArrayList<>())
              .add(new Holder(each, name));
        }
      }
    }
    // One finding for each place and other environment, however many names meet there.
    Map<List<Object>, Finding> findings = new LinkedHashMap<>();
    for (List<Holder> same : holders.values()) {
      for (Holder one : same) {
        for (Holder other : same) {
          if (!one.environment().equals(other.environment())) {
            Finding finding = finding(one, other);
            findings.putIfAbsent(
                List.of(finding.environment(), finding.at(), other.environment()), finding);
          }
        }
      }
    }
    return List.copyOf(findings.values()).stream();
  }

  private static boolean isShared(Names.Name name) {
    return !FREE.contains(name.resource()) && !OWN_TO_AN_ENVIRONMENT.contains(name.resource());
  }

  private static List<String> taken(Names.Name name, Environment environment) {
    String bounds;
    if (WORLDWIDE.contains(name.resource())) {
      bounds = "";
    } else if (ACCOUNT_WIDE.contains(name.resource())) {
      bounds = environment.account();
    } else {
      bounds = environment.account() + " " + environment.region();
    }
    return taken(bounds, name);
  }

  private static Finding finding(Names.Name name, Names.Name earlier) {
    return INFO.finding(
            name.at(),
            "`%s` would be a second `%s`: also at `%s`",
            name.value(),
            name.resource(),
            earlier.at())
        .hint(
            name.stated() || earlier.stated()
                ? "state another `name`"
                : "give one of the two another key");
  }

  private static Finding finding(Holder one, Holder other) {
    if (one.sharesPrefix(other)) {
      return INFO.finding(
              Pointer.ROOT.child("system"),
              "names begin with `%s` here and in environment `%s` of `%s`",
              one.derived().names().prefix(),
              other.environment(),
              other.derived().environment().system())
          .hint("both are in one account: rename a system or an environment")
          .withEnvironment(one.environment());
    }
    Names.Name name = one.name();
    return INFO.finding(
            name.at(),
            "`%s` is an `%s` of environment `%s` too: there at `%s`",
            name.value(),
            name.resource(),
            other.environment(),
            other.name().at())
        .hint(
            name.stated()
                ? "state another `name`, or leave it out: derived names hold the environment's"
                : "state another `name` in environment `" + other.environment() + "`")
        .withEnvironment(one.environment());
  }
}
