package io.terraplen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** A parsed command line, without the command's own name. */
final class Arguments {

  private final CommandLine line;
  private final Common common;

  Arguments(CommandLine line) {
    this.line = line;
    common = new Common(this);
  }

  /** The options that every command takes. */
  Common common() {
    return common;
  }

  /** Whether an option without a value is given. */
  boolean has(String option) {
    return line.hasOption(option);
  }

  /** The value of an option; of several, the last. */
  Optional<String> value(String option) {
    String[] values = line.getOptionValues(option);
    return values == null ? Optional.empty() : Optional.of(values[values.length - 1]);
  }

  /** The words that are no options. */
  List<String> words() {
    return List.copyOf(new ArrayList<>(line.getArgList()));
  }

  /**
   * The one word that a command takes.
   *
   * @param what what it stands for, as in the synopsis
   * @throws CommandFailure if there is none, or more than one
   */
  String word(String what) {
    List<String> words = words();
    if (words.isEmpty()) {
      throw new CommandFailure(Exit.USAGE, "`" + what + "` is missing");
    }
    if (words.size() > 1) {
      throw new CommandFailure(Exit.USAGE, "one `" + what + "` is expected, got " + words);
    }
    return words.get(0);
  }

  /**
   * Refuses words where a command takes none.
   *
   * @throws CommandFailure if there are some
   */
  void noWords() {
    if (!words().isEmpty()) {
      throw new CommandFailure(Exit.USAGE, "`" + words().get(0) + "` is one word too many");
    }
  }
}
