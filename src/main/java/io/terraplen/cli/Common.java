package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.Workspace;
import io.terraplen.finding.Finding;
import io.terraplen.report.TextReport;
import io.terraplen.text.Suggestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** The options that every command takes, and what follows from them. */
final class Common {

  private final Arguments arguments;

  Common(Arguments arguments) {
    this.arguments = arguments;
  }

  /** Adds what every command takes to its own options. */
  static Options addTo(Options options) {
    return options
        .addOption(option("C", null, "DIR", "run in this project folder"))
        .addOption(
            option(
                null,
                "today",
                "DATE",
                "the day by which waivers run out, as YYYY-MM-DD; left out, today"))
        .addOption(option("q", "quiet", null, "print findings and errors only"))
        .addOption(option("v", "verbose", null, "print waived findings too"))
        .addOption(option(null, "color", "WHEN", "auto, always or never; NO_COLOR is honoured"))
        .addOption(option("h", "help", null, "show this help"));
  }

  /** An option; one without a value where {@code value} is null. */
  static Option option(
      @Nullable String letter, @Nullable String name, @Nullable String value, String description) {
    Option.Builder option = Option.builder(letter).longOpt(name).desc(description);
    return (value == null ? option : option.hasArg().argName(value)).get();
  }

  /** An option that has no letter. */
  static Option option(String name, @Nullable String value, String description) {
    return option(null, name, value, description);
  }

  boolean quiet() {
    return arguments.has("quiet");
  }

  /** The project in the folder of {@code -C}, which must be there. */
  Workspace workspace(Streams streams) {
    String project = arguments.value("C").orElse("");
    Path root = streams.directory().resolve(project).normalize();
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
    Optional<String> stated = arguments.value("today");
    if (stated.isEmpty()) {
      return LocalDate.now(ZoneOffset.UTC);
    }
    String today = stated.get();
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
        words.addAll(Cli.commands());
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

  /** The format of a report, {@code text} or {@code json}. */
  String format() {
    String format = arguments.value("format").orElse("text");
    if (!List.of("text", "json").contains(format)) {
      throw new CommandFailure(Exit.USAGE, "`--format` expects text or json, got `" + format + "`");
    }
    return format;
  }

  /** Puts a report where {@code --output} says, else on standard output. */
  void write(String report, Streams streams) {
    Optional<String> output = arguments.value("output");
    if (output.isEmpty()) {
      streams.out().print(report);
      return;
    }
    try {
      Files.writeString(streams.directory().resolve(output.get()), report, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean useColor(Streams streams) {
    String color = arguments.value("color").orElse("auto");
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
    boolean verbose = arguments.has("verbose");
    Set<List<Object>> said = new HashSet<>();
    return findings.stream()
        .filter(each -> verbose || each.waived() == null)
        .map(each -> each.withEnvironment(""))
        .filter(each -> said.add(List.of(each.pos(), each.rule(), each.message())))
        .sorted(Finding.ORDER)
        .toList();
  }
}
