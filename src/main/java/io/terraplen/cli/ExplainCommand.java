package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.finding.RuleInfo;
import io.terraplen.text.Suggestions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gen explain RULE}: one rule's page. */
@Command(
    name = "explain",
    description = "Says why a rule is there, what it refuses and what to do.")
final class ExplainCommand implements Callable<Integer> {

  @Mixin
  @SuppressWarnings("UnusedVariable") // only so that the common options are understood here too
  private final Common common = new Common();

  @Parameters(paramLabel = "RULE", description = "a rule's id, as findings print it")
  private String rule = "";

  private final Streams streams;

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
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
