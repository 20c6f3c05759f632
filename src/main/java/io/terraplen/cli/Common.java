package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.Workspace;
import io.terraplen.finding.Finding;
import io.terraplen.report.TextReport;
import io.terraplen.text.Suggestions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes, and what follows from them. */
final class Common {

  @Option(
      names = {"-C"},
      paramLabel = "DIR",
      description = "run in this project folder")
  private @Nullable Path project;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "the day by which waivers run out, as YYYY-MM-DD; left out, today")
  private @Nullable String today;

  @Option(
      names = {"-q", "--quiet"},
      description = "print findings and errors only")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "print waived findings too")
  private boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never; NO_COLOR is honoured")
  private String color = "auto";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  @SuppressWarnings(
      "UnusedVariable") // picocli prints the help itself; the option only has to be there
  private boolean help;

  boolean quiet() {
    return quiet;
  }

  /** The project in the folder of {@code -C}, which must be there. */
  Workspace workspace(Streams streams) {
    Path root =
        project == null ? streams.directory() : streams.directory().resolve(project).normalize();
    if (!Files.isDirectory(root)) {
      throw new CommandFailure(Exit.USAGE, "there is no folder `" + project + "`");
    }
    return new Workspace(root);
  }

  /** The facade over a project. */
  Terraplen terraplen(Workspace workspace) {
    return new Terraplen(workspace, date());
  }

  private LocalDate date() {
    if (today == null) {
      return LocalDate.now(ZoneOffset.UTC);
    }
    try {
      return LocalDate.parse(today);
    } catch (DateTimeParseException e) {
      throw new CommandFailure(
          Exit.USAGE, "`--today` expects a date such as 2027-01-31, got `" + today + "`");
    }
  }

  /** The environments that a command line names, each of which has a descriptor. */
  List<String> environments(Workspace workspace, List<String> named, boolean all) {
    List<String> known = workspace.environments();
    if (all) {
      if (!named.isEmpty()) {
        throw new CommandFailure(Exit.USAGE, "name environments or use `--all`, not both");
      }
      if (known.isEmpty()) {
        throw new CommandFailure(
            Exit.USAGE, "there is no environment: no file `environments/*.yaml` in this folder");
      }
      return known;
    }
    if (named.isEmpty()) {
      throw new CommandFailure(
          Exit.USAGE,
          "name an environment or use `--all`"
              + (known.isEmpty() ? "" : "; there are: " + String.join(", ", known)));
    }
    for (String name : named) {
      if (!known.contains(name)) {
        List<String> words = new ArrayList<>(known);
        words.addAll(Cli.COMMANDS);
        Optional<String> near = Suggestions.nearest(name, words);
        throw new CommandFailure(
            Exit.USAGE,
            "there is no environment `"
                + name
                + "`: no file `"
                + Workspace.descriptor(name)
                + "`"
                + near.map(word -> "; did you mean `" + word + "`?").orElse(""));
      }
    }
    return List.copyOf(new LinkedHashSet<>(named));
  }

  /** Findings as text, with their source lines. */
  TextReport report(Workspace workspace, Streams streams) {
    return new TextReport(workspace::lines, useColor(streams));
  }

  private boolean useColor(Streams streams) {
    return switch (color) {
      case "always" -> true;
      case "never" -> false;
      case "auto" -> streams.terminal() && System.getenv("NO_COLOR") == null;
      default ->
          throw new CommandFailure(
              Exit.USAGE, "`--color` expects auto, always or never, got `" + color + "`");
    };
  }

  /**
   * The findings that a person wants to see: waived ones only with {@code -v}, and what a shared
   * file makes of several environments once.
   */
  List<Finding> shown(List<Finding> findings) {
    return findings.stream()
        .filter(each -> verbose || each.waived() == null)
        .map(each -> each.withEnvironment(""))
        .distinct()
        .sorted(Finding.ORDER)
        .toList();
  }
}
