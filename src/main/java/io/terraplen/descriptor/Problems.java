package io.terraplen.descriptor;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong while one environment is loaded. */
final class Problems {

  private final String environment;
  private final List<Finding> found = new ArrayList<>();

  /**
   * A value taken over by {@code extends}, {@code like} or an alias is complained about once, where
   * it was written.
   */
  private final Set<List<Object>> said = new HashSet<>();

  Problems(String environment) {
    this.environment = environment;
  }

  void add(RuleInfo rule, Pointer at, Pos pos, String message, @Nullable Object... arguments) {
    add(rule.finding(at, message, arguments).withPos(pos));
  }

  void add(Finding finding) {
    if (found.size() < Limits.FINDINGS
        && said.add(List.of(finding.rule(), finding.pos(), finding.message()))) {
      found.add(finding.withEnvironment(environment));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** The findings in the order of reports. */
  List<Finding> sorted() {
    return found.stream().sorted(Finding.ORDER).toList();
  }
}
