package io.terraplen.proof;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what the proof finds, each thing once however many calls of a module lead to it. */
final class Report {

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  void add(RuleInfo rule, Pos pos, String message, String hint) {
    Finding finding = rule.finding(Pointer.ROOT, "%s", message).withPos(pos);
    add(hint.isEmpty() ? finding : finding.hint(hint));
  }

  void add(Finding finding) {
    if (said.add(finding.pos() + " " + finding.rule() + " " + finding.message())) {
      findings.add(finding);
    }
  }

  List<Finding> findings() {
    return findings.stream().sorted(Finding.ORDER).toList();
  }
}
