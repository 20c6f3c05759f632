package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.finding.RuleInfo;
import io.terraplen.text.Suggestions;
import java.util.List;

/** {@code gen explain RULE}: one rule's page. */
final class ExplainCommand implements Command {

  @Override
  public String synopsis() {
    return "gen explain RULE";
  }

  @Override
  public String description() {
    return "Says why a rule is there, what it refuses and what to do.";
  }

  @Override
  public int run(Arguments arguments, Streams streams) {
    String rule = arguments.word("RULE");
    List<String> ids = Terraplen.rules().stream().map(RuleInfo::id).toList();
    if (!ids.contains(rule)) {
      throw new CommandFailure(
          Exit.USAGE,
          "there is no rule `"
              + rule
              + "`"
              + Suggestions.nearest(rule, ids)
                  .map(near -> "; did you mean `" + near + "`?")
                  .orElse("; `gen rules` lists them"));
    }
    streams.out().print(Terraplen.explain(rule));
    return Exit.OK;
  }
}
