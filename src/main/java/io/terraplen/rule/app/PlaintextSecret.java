package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.rule.ModelRule;
import java.util.stream.Stream;

/** No text in a descriptor has the form of a credential. Messages never repeat the text. */
public final class PlaintextSecret implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(PlaintextSecret.class, "a credential in plain text", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return Literal.all(derived).stream()
        .flatMap(
            literal -> Credentials.in(literal.text()).map(form -> finding(literal, form)).stream());
  }

  private static Finding finding(Literal literal, String form) {
    return INFO.finding(literal.at(), "%s holds %s", literal.title(), form)
        .hint("keep it under `data.secrets`, name that in `uses`, and replace it: it has been seen")
        .withConfidentialSource();
  }
}
