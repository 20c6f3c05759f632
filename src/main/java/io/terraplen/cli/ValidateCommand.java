package io.terraplen.cli;

import static io.terraplen.cli.Common.option;

import io.terraplen.Terraplen;
import io.terraplen.Terraplen.Checked;
import io.terraplen.Workspace;
import io.terraplen.finding.Finding;
import io.terraplen.report.JsonReport;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code gen validate}: findings only. */
final class ValidateCommand implements Command {

  @Override
  public String synopsis() {
    return "gen validate [OPTIONS] ENV...";
  }

  @Override
  public String description() {
    return "Checks descriptors and writes nothing.";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(option("all", null, "every environment"))
        .addOption(option("format", "FORMAT", "text or json"))
        .addOption(option("output", "FILE", "write the report to a file"))
        .addOption(option("strict", null, "warnings block too"));
  }

  @Override
  public int run(Arguments arguments, Streams streams) {
    Common common = arguments.common();
    String format = common.format();
    Workspace workspace = common.workspace(streams);
    List<String> environments =
        common.environments(workspace, arguments.words(), arguments.has("all"));
    List<Checked> results = common.terraplen(workspace).check(environments);
    List<Finding> findings = results.stream().flatMap(each -> each.findings().stream()).toList();
    String report =
        format.equals("json")
            ? JsonReport.print(Terraplen.VERSION, environments, findings)
            : common.report(workspace, streams).print(common.shown(findings));
    common.write(report, streams);
    return results.stream().anyMatch(each -> each.blocks(arguments.has("strict")))
        ? Exit.FINDINGS
        : Exit.OK;
  }
}
