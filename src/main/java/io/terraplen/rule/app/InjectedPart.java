package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Graph;
import io.terraplen.derive.Injection;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Address;
import io.terraplen.rule.ModelRule;
import io.terraplen.text.Suggestions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code as} names is a part that the used component has. */
public final class InjectedPart implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(InjectedPart.class, "a variable filled from a part not there", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.graph().arrows().stream()
        .filter(arrow -> arrow.as() != null)
        .flatMap(
            arrow ->
                Injection.of(arrow).stream()
                    .map(Injection::part)
                    .filter(part -> !Injection.parts(arrow.to()).contains(part))
                    .map(part -> finding(arrow, part)));
  }

  private static Finding finding(Graph.Arrow arrow, String part) {
    List<String> parts = Injection.parts(arrow.to());
    String there = parts.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
    return INFO.finding(
            arrow.at().child("as").child(part),
            "`%s` has no part `%s`",
            Address.of(arrow.to()),
            part)
        .hint(
            Suggestions.nearest(part, parts)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("it has " + there));
  }
}
