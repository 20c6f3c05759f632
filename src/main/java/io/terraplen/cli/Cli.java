package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.output.OutputException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Runs one command line: streams in, exit code out. */
public final class Cli {

  /** The commands that there are today. */
  static final List<String> COMMANDS =
      List.of("validate", "rules", "explain", "show", "schema", "version");

  /** The words of command lines that render nothing. */
  private static final Set<String> LIGHT =
      Set.of("rules", "explain", "show", "schema", "version", "-h", "--help");

  private final PrintStream out;
  private final PrintStream err;
  private final Path directory;
  private final boolean terminal;

  /**
   * A command line run in a folder.
   *
   * @param directory the working directory, against which {@code -C} is resolved
   * @param terminal whether a person reads the output, so that colour may be used
   */
  public Cli(PrintStream out, PrintStream err, Path directory, boolean terminal) {
    this.out = out;
    this.err = err;
    this.directory = directory;
    this.terminal = terminal;
  }

  /** Runs a command and returns its exit code; nothing is ever thrown. */
  public int run(String... args) {
    Set<String> words = new LinkedHashSet<>(List.of(args));
    if (Collections.disjoint(words, LIGHT)) {
      Terraplen.prepare();
    }
    Streams streams = new Streams(out, err, directory, terminal);
    CommandLine line = commands(streams, words);
    line.setOut(writer(out));
    line.setErr(writer(err));
    line.setParameterExceptionHandler(this::usage);
    line.setExecutionExceptionHandler((exception, command, result) -> failure(exception));
    return line.execute(args);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /**
   * The commands; picocli takes its time to look at each, so one that is not called is left out.
   */
  private static CommandLine commands(Streams streams, Set<String> words) {
    CommandLine gen = new CommandLine(new GenCommand(streams));
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("validate", () -> new ValidateCommand(streams));
    commands.put("rules", () -> new RulesCommand(streams));
    commands.put("explain", () -> new ExplainCommand(streams));
    commands.put("show", () -> new ShowCommand(streams));
    commands.put("schema", () -> new SchemaCommand(streams));
    commands.put("version", () -> new VersionCommand(streams));
    boolean help = words.contains("-h") || words.contains("--help");
    commands.forEach(
        (name, command) -> {
          if (help || words.contains(name)) {
            gen.addSubcommand(command.get());
          }
        });
    return gen;
  }

  private int usage(ParameterException exception, String[] args) {
    CommandSpec command = exception.getCommandLine().getCommandSpec();
    err.println("gen: " + lowerFirst(exception.getMessage()));
    err.println("     see `" + command.qualifiedName() + " --help`");
    return Exit.USAGE;
  }

  private static String lowerFirst(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private int failure(Exception exception) {
    if (exception instanceof CommandFailure failure) {
      err.println("gen: " + failure.getMessage());
      return failure.exit();
    }
    if (exception instanceof OutputException) {
      err.println("gen: " + exception.getMessage());
      return Exit.USAGE;
    }
    if (exception instanceof UncheckedIOException io) {
      err.println("gen: cannot read or write: " + io.getCause().getMessage());
      return Exit.USAGE;
    }
    StackTraceElement[] frames = exception.getStackTrace();
    err.println(
        "gen: this is a bug in Terraplen, please report it: "
            + exception
            + (frames.length == 0 ? "" : " at " + frames[0]));
    return Exit.BUG;
  }
}
