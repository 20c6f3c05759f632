package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.finding.RuleInfo;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gen rules}: the catalogue. */
@Command(name = "rules", description = "Lists every rule with its severity at each stage.")
final class RulesCommand implements Callable<Integer> {

  @Mixin
  @SuppressWarnings("UnusedVariable") // only so that the common options are understood here too
  private final Common common = new Common();

  private final Streams streams;

  RulesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
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
