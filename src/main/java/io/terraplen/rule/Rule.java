package io.terraplen.rule;

import io.terraplen.finding.RuleInfo;

/**
 * A check; what it reads is in the signature of its kind's one method, and nothing else reaches it.
 */
public sealed interface Rule permits ModelRule, OutputRule, FleetRule {

  /** What is known of the rule without running it. */
  RuleInfo info();
}
