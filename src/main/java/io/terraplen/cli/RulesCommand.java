package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.finding.RuleInfo;
import java.util.Locale;

/** {@code gen rules}: the catalogue. */
final class RulesCommand implements Command {

  @Override
  public String synopsis() {
    return "gen rules";
  }

  @Override
  public String description() {
    return "Lists every rule with its severity at each stage.";
  }

  @Override
  public int run(Arguments arguments, Streams streams) {
    arguments.noWords();
    String row = "%-26s %-12s %-13s %-10s  %s%n";
    streams
        .out()
        .format(Locale.ROOT, row, "rule", "development", "preproduction", "production", "says");
    for (RuleInfo rule : Terraplen.rules()) {
      streams
          .out()
          .format(
              Locale.ROOT,
              row,
              rule.id(),
              rule.development(),
              rule.preproduction(),
              rule.production(),
              rule.title());
    }
    return Exit.OK;
  }
}
