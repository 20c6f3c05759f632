package io.terraplen.cli;

import static io.terraplen.cli.Common.option;

import io.terraplen.Terraplen;
import io.terraplen.Workspace;
import io.terraplen.finding.Finding;
import io.terraplen.proof.Prover.Proven;
import io.terraplen.report.JsonReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code gen prove DIR}: the offline proof of any Terraform. */
final class ProveCommand implements Command {

  @Override
  public String synopsis() {
    return "gen prove [OPTIONS] DIR";
  }

  @Override
  public String description() {
    return "Checks a Terraform folder and its local modules against the AWS provider's schema, offline.";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(option("format", "FORMAT", "text or json"))
        .addOption(option("output", "FILE", "write the report to a file"));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "exit codes: 0 Terraform would accept it, 1 it would not, 2 usage or unreadable input");
  }

  @Override
  public int run(Arguments arguments, Streams streams) {
    Common common = arguments.common();
    String format = common.format();
    Workspace workspace = common.workspace(streams);
    String stated = arguments.word("DIR");
    Path folder = workspace.root().resolve(stated).normalize();
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(Exit.USAGE, "there is no folder `" + stated + "`");
    }
    Proven proven = Terraplen.prove(workspace, folder);
    List<Finding> findings = proven.findings();
    if (proven.isEmpty()) {
      throw new CommandFailure(Exit.USAGE, "there is no file `*.tf` in `" + stated + "`");
    }
    String report =
        format.equals("json")
            ? JsonReport.print(Terraplen.VERSION, List.of(), findings)
            : common.report(workspace, streams).print(findings);
    common.write(report, streams);
    if (!common.quiet()) {
      streams.err().println(stated + ": " + summary(proven));
    }
    return findings.isEmpty() ? Exit.OK : Exit.FINDINGS;
  }

  private static String summary(Proven proven) {
    List<String> words = new ArrayList<>();
    words.add(count(proven.resources(), "resource"));
    words.add(count(proven.dataSources(), "data source"));
    words.add(count(proven.modules(), "module"));
    String judged =
        (proven.findings().isEmpty() ? "proven: " : "checked: ") + String.join(", ", words);
    List<String> others = new ArrayList<>();
    if (proven.foreign() > 0) {
      others.add(count(proven.foreign(), "block") + " of other providers");
    }
    if (proven.remote() > 0) {
      others.add(count(proven.remote(), "module") + " from elsewhere");
    }
    if (proven.json() > 0) {
      others.add(count(proven.json(), "file") + " in JSON");
    }
    return judged + (others.isEmpty() ? "" : "; not judged: " + String.join(", ", others));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
