package io.terraplen.cli;

import io.terraplen.Terraplen;
import io.terraplen.output.OutputException;
import io.terraplen.text.Suggestions;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Runs one command line: streams in, exit code out. */
public final class Cli {

  private static final GenCommand GEN = new GenCommand();

  /** The commands that there are today, besides {@code gen ENV...}. */
  private static final Map<String, Supplier<Command>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("validate", ValidateCommand::new);
    COMMANDS.put("prove", ProveCommand::new);
    COMMANDS.put("rules", RulesCommand::new);
    COMMANDS.put("explain", ExplainCommand::new);
    COMMANDS.put("show", ShowCommand::new);
    COMMANDS.put("schema", SchemaCommand::new);
    COMMANDS.put("version", VersionCommand::new);
  }

  /** The options whose value is the next word, and which may stand before a command's name. */
  private static final Set<String> VALUED = Set.of("-C", "--today", "--color");

  /** The words of command lines that render nothing. */
  private static final Set<String> LIGHT =
      Set.of("prove", "rules", "explain", "show", "schema", "version", "-h", "--help");

  private static final DefaultParser PARSER =
      DefaultParser.builder()
          .setAllowPartialMatching(false)
          .setStripLeadingAndTrailingQuotes(false)
          .get();

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

  /** The words that name a command. */
  static Set<String> commands() {
    return Collections.unmodifiableSet(COMMANDS.keySet());
  }

  /** Runs a command and returns its exit code; nothing is ever thrown. */
  public int run(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    if (Collections.disjoint(words, LIGHT)) {
      Terraplen.prepare();
    }
    Command command = GEN;
    int at = commandAt(words);
    if (at >= 0) {
      command = Objects.requireNonNull(COMMANDS.get(words.remove(at))).get();
    }
    try {
      Options options = Common.addTo(command.options());
      Arguments arguments = new Arguments(PARSER.parse(options, words.toArray(String[]::new)));
      if (arguments.has("help")) {
        help(command, options);
        return Exit.OK;
      }
      return command.run(arguments, new Streams(out, err, directory, terminal));
    } catch (ParseException e) {
      return usage(command, e);
    } catch (RuntimeException e) {
      return failure(e);
    }
  }

  /** Where the command's name stands: the first word that is no option, if it is one. */
  private static int commandAt(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-")) {
        return COMMANDS.containsKey(word) ? i : -1;
      }
      if (VALUED.contains(word)) {
        i++;
      }
    }
    return -1;
  }

  private void help(Command command, Options options) {
    out.println("usage: " + command.synopsis());
    out.println(command.description());
    out.println();
    options.getOptions().forEach(option -> out.println(line(option)));
    if (command == GEN) {
      out.println();
      out.println("other commands, each with its own `--help`:");
      COMMANDS.forEach((name, each) -> out.println(line(name, each.get().description())));
    }
    if (!command.notes().isEmpty()) {
      out.println();
      command.notes().forEach(out::println);
    }
  }

  private static String line(Option option) {
    String letter = option.getOpt() == null ? "" : "-" + option.getOpt();
    String name = option.getLongOpt() == null ? "" : "--" + option.getLongOpt();
    String both = letter + (letter.isEmpty() || name.isEmpty() ? "" : ", ") + name;
    return line(both + (option.hasArg() ? " " + option.getArgName() : ""), option.getDescription());
  }

  private static String line(String word, String description) {
    return String.format(Locale.ROOT, "  %-16s %s", word, description);
  }

  private int usage(Command command, ParseException exception) {
    String what = Objects.requireNonNullElse(exception.getMessage(), "");
    if (exception instanceof UnrecognizedOptionException unknown) {
      List<String> known = new ArrayList<>();
      for (Option each : Common.addTo(command.options()).getOptions()) {
        if (each.getLongOpt() != null) {
          known.add("--" + each.getLongOpt());
        }
      }
      what =
          "there is no option `"
              + unknown.getOption()
              + "`"
              + Suggestions.nearest(unknown.getOption(), known)
                  .map(near -> "; did you mean `" + near + "`?")
                  .orElse("");
    } else if (exception instanceof MissingArgumentException missing) {
      Option option = missing.getOption();
      what =
          "`"
              + (option.getLongOpt() == null ? "-" + option.getOpt() : "--" + option.getLongOpt())
              + "` expects a value: "
              + option.getArgName();
    }
    err.println("gen: " + what);
    String[] words = command.synopsis().split(" ", 3);
    boolean named = COMMANDS.containsKey(words[1]);
    err.println("     see `gen " + (named ? words[1] + " " : "") + "--help`");
    return Exit.USAGE;
  }

  private int failure(RuntimeException exception) {
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
