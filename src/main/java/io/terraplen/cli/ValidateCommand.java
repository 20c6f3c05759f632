package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.Terraplen.Checked;
import io.terraplen.Workspace;
import io.terraplen.finding.Finding;
import io.terraplen.report.JsonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gen validate}: findings only. */
@Command(
    name = "validate",
    sortOptions = false,
    description = "Checks descriptors and writes nothing.")
final class ValidateCommand implements Callable<Integer> {

  @Mixin private final Common common = new Common();

  @Parameters(paramLabel = "ENV", arity = "0..*", description = "environments to check")
  private final List<String> named = new ArrayList<>();

  @Option(names = "--all", description = "every environment")
  private boolean all;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json")
  private String format = "text";

  @Option(names = "--output", paramLabel = "FILE", description = "write the report to a file")
  private @Nullable Path output;

  @Option(names = "--strict", description = "warnings block too")
  private boolean strict;

  private final Streams streams;

  ValidateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (!List.of("text", "json").contains(format)) {
      throw new CommandFailure(Exit.USAGE, "`--format` expects text or json, got `" + format + "`");
    }
    Workspace workspace = common.workspace(streams);
    List<String> environments = common.environments(workspace, named, all);
    List<Checked> results = common.terraplen(workspace).check(environments);
    List<Finding> findings = results.stream().flatMap(each -> each.findings().stream()).toList();
    String report =
        format.equals("json")
            ? JsonReport.print(Terraplen.VERSION, environments, findings)
            : common.report(workspace, streams).print(common.shown(findings));
    write(report);
    return results.stream().anyMatch(each -> each.blocks(strict)) ? Exit.FINDINGS : Exit.OK;
  }

  private void write(String report) {
    if (output == null) {
      streams.out().print(report);
      return;
    }
    try {
      Files.writeString(streams.directory().resolve(output), report, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
