package io.terraplen.cli;

import java.util.List;
import org.apache.commons.cli.Options;

/** One command: its words and what it does. */
interface Command {

  /** How it is called, after {@code usage:}. */
  String synopsis();

  /** What it does, in a sentence. */
  String description();

  /** Its own options; those of {@link Common} are added. */
  default Options options() {
    return new Options();
  }

  /** What the help says below the options, by line. */
  default List<String> notes() {
    return List.of();
  }

  /** Does it, and gives the exit code. */
  int run(Arguments arguments, Streams streams);
}
