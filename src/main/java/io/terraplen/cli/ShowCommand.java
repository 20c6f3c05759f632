package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.Workspace;
import io.terraplen.finding.Finding;
import java.util.List;

/** {@code gen show ENV}: the effective descriptor. */
final class ShowCommand implements Command {

  @Override
  public String synopsis() {
    return "gen show ENV";
  }

  @Override
  public String description() {
    return "Prints the effective descriptor, with where each value came from.";
  }

  @Override
  public int run(Arguments arguments, Streams streams) {
    String environment = arguments.word("ENV");
    Common common = arguments.common();
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
