package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The web ACLs in front of the public entries. */
@Doc("AWS WAF: one web ACL for the load balancer, one for the distributions.")
public record Firewall(
    Pointer at,
    @Doc("Exact name of the load balancer's web ACL; left out, `<system>-<environment>`.")
        @Nullable String name,
    @Default("CommonRuleSet, AmazonIpReputationList")
        @Doc("AWS's managed rule groups, without `AWSManagedRules`.")
        @Nullable List<ManagedRules> managed,
    @Range(min = 10, max = 2000000000) // aws-limits.json, waf.rateBased
        @Default("2000")
        @Doc("Requests that one client may make in five minutes.")
        @Nullable Integer rateLimit,
    @Default("load_balancer, sites") @Doc("What it stands in front of.")
        @Nullable List<Entry> protects,
    @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted) {

  /** The public entries that a web ACL can stand in front of. */
  public enum Entry {
    LOAD_BALANCER,
    SITES
  }

  /**
   * AWS's managed rule groups; each constant's priority in a web ACL is its own, so that adding one
   * moves no other. Names and capacity: aws-limits.json, waf.managedRuleGroupWcu.
   */
  public enum ManagedRules {
    COMMON_RULE_SET("CommonRuleSet", 10),
    AMAZON_IP_REPUTATION_LIST("AmazonIpReputationList", 20),
    KNOWN_BAD_INPUTS_RULE_SET("KnownBadInputsRuleSet", 30),
    SQLI_RULE_SET("SQLiRuleSet", 40),
    ANONYMOUS_IP_LIST("AnonymousIpList", 50),
    BOT_CONTROL_RULE_SET("BotControlRuleSet", 60);

    private final String spelling;
    private final int priority;

    ManagedRules(String spelling, int priority) {
      this.spelling = spelling;
      this.priority = priority;
    }

    /** The priority in a web ACL. */
    public int priority() {
      return priority;
    }

    @Override
    public String toString() {
      return spelling;
    }
  }
}
