package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.Workspace;
import io.terraplen.finding.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gen show ENV}: the effective descriptor. */
@Command(
    name = "show",
    description = "Prints the effective descriptor, with where each value came from.")
final class ShowCommand implements Callable<Integer> {

  @Mixin private final Common common = new Common();

  @Parameters(paramLabel = "ENV", description = "the environment to show")
  private String environment = "";

  private final Streams streams;

  ShowCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace(streams);
    common.environments(workspace, List.of(environment), false);
    Terraplen.Shown shown = common.terraplen(workspace).show(environment);
    List<Finding> findings = shown.findings();
    if (!findings.isEmpty()) {
      streams.err().print(common.report(workspace, streams).print(findings));
      return Exit.FINDINGS;
    }
    streams.out().print(shown.text());
    return Exit.OK;
  }
}
