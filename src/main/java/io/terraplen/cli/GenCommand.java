package io.terraplen.cli;

import static io.terraplen.cli.Common.option;

import io.terraplen.Terraplen;
import io.terraplen.Terraplen.Checked;
import io.terraplen.Workspace;
import io.terraplen.finding.Finding;
import io.terraplen.output.Comparison;
import io.terraplen.output.FileSet;
import io.terraplen.output.Lock;
import io.terraplen.output.Outcome;
import io.terraplen.output.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code gen ENV...}: check, render, write. */
final class GenCommand implements Command {

  @Override
  public String synopsis() {
    return "gen [OPTIONS] ENV...";
  }

  @Override
  public String description() {
    return "Turns environments/ENV.yaml into Terraform under generated/ENV, or says at which line it"
        + " cannot.";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            option("all", null, "every environment; also removes what no descriptor stands for"))
        .addOption(option("check", null, "write nothing; exit 3 where generated files are stale"))
        .addOption(option("diff", null, "write nothing; print what would change"))
        .addOption(option("out", "DIR", "write DIR/ENV in place of generated/ENV"))
        .addOption(option("strict", null, "warnings block too"))
        .addOption(option("overwrite", null, "also replace files that were edited by hand"));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "exit codes: 0 fine, 1 findings that block, 2 usage or unreadable input,",
        "3 generated files are stale or edited by hand, 70 a bug in Terraplen");
  }

  @Override
  public int run(Arguments arguments, Streams streams) {
    return new Run(arguments, streams).run();
  }

  /** One run. */
  private static final class Run {

    private final Arguments arguments;
    private final Common common;
    private final Streams streams;
    private final Path outDir;
    private final boolean all;
    private final boolean check;
    private final boolean diff;

    Run(Arguments arguments, Streams streams) {
      this.arguments = arguments;
      this.streams = streams;
      common = arguments.common();
      outDir = Path.of(arguments.value("out").orElse("generated"));
      all = arguments.has("all");
      check = arguments.has("check");
      diff = arguments.has("diff");
    }

    int run() {
      Workspace workspace = common.workspace(streams);
      List<String> environments = common.environments(workspace, arguments.words(), all);
      List<Checked> results = common.terraplen(workspace).check(environments);

      List<Finding> findings =
          common.shown(results.stream().flatMap(each -> each.findings().stream()).toList());
      if (!findings.isEmpty()) {
        streams.err().print(common.report(workspace, streams).print(findings));
      }
      int exit = Exit.OK;
      Path base = workspace.root().resolve(outDir);
      for (Checked result : results) {
        String shown = outDir.resolve(result.environment()).toString().replace('\\', '/');
        if (result.blocks(arguments.has("strict"))) {
          say(shown + ": not written, see the findings above");
          exit = Exit.worst(exit, Exit.FINDINGS);
        } else {
          Target target = new Target(base.resolve(result.environment()), shown);
          exit =
              Exit.worst(exit, bring(target, shown, result.files().orElseThrow(), result.todo()));
        }
      }
      return all ? Exit.worst(exit, orphans(workspace, base)) : exit;
    }

    private void say(String line) {
      if (!common.quiet()) {
        streams.err().println(line);
      }
    }

    /** Brings a folder to what is wanted, or says how far it is from that. */
    private int bring(Target target, String shown, FileSet wanted, List<String> todo) {
      Comparison comparison = target.compare(wanted);
      if (diff) {
        streams.out().print(target.difference(wanted));
      }
      if (check || diff) {
        boolean stale = !comparison.upToDate();
        if (check) {
          say(
              shown
                  + ": "
                  + (stale ? "stale, run ./gen to renew: " : "up to date, ")
                  + counts(comparison));
        }
        return check && stale ? Exit.STALE : Exit.OK;
      }
      Optional<Lock> before = target.lock();
      List<String> vanished = Terraplen.vanished(before, wanted);
      Outcome outcome = target.replace(wanted, arguments.has("overwrite"));
      if (outcome instanceof Outcome.HandEdited edited) {
        edited
            .files()
            .forEach(
                file ->
                    streams
                        .err()
                        .println("gen: " + shown + "/" + file + " was edited by hand and is kept"));
        streams
            .err()
            .println(
                "gen: nothing written in "
                    + shown
                    + "; move the edits into the descriptor, or drop them with `--overwrite`");
        return Exit.STALE;
      }
      say(shown + ": " + counts((Outcome.Replaced) outcome));
      if (before.isEmpty() && !todo.isEmpty()) {
        say(
            shown
                + ": after the first apply, run what these outputs hold: "
                + String.join(", ", todo));
      }
      vanished.forEach(
          address ->
              streams
                  .err()
                  .println(
                      "gen: "
                          + address
                          + " is gone from "
                          + shown
                          + ": the next apply deletes its data"));
      return Exit.OK;
    }

    private static String counts(Outcome.Replaced replaced) {
      return counts(
          replaced.written().size(), replaced.unchanged().size(), replaced.removed().size());
    }

    private static String counts(Comparison comparison) {
      return counts(
          comparison.written().size(), comparison.unchanged().size(), comparison.removed().size());
    }

    private static String counts(int written, int unchanged, int removed) {
      return written + " written, " + unchanged + " unchanged, " + removed + " removed";
    }

    /** Removes what is ours in folders that no descriptor stands for. */
    private int orphans(Workspace workspace, Path base) {
      int exit = Exit.OK;
      try {
        for (String name : workspace.orphans(base)) {
          String shown = outDir.resolve(name).toString().replace('\\', '/');
          say(shown + ": no descriptor " + Workspace.descriptor(name) + " stands for it");
          exit =
              Exit.worst(
                  exit,
                  bring(new Target(base.resolve(name), shown), shown, FileSet.EMPTY, List.of()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return exit;
    }
  }
}
