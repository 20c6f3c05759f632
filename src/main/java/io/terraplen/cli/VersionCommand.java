package io.terraplen.cli;

import io.terraplen.Terraplen;

/** {@code gen version}. */
final class VersionCommand implements Command {

  @Override
  public String synopsis() {
    return "gen version";
  }

  @Override
  public String description() {
    return "Prints the version, and what provider schema it proves against.";
  }

  @Override
  public int run(Arguments arguments, Streams streams) {
    arguments.noWords();
    streams.out().println("terraplen " + Terraplen.VERSION);
    Terraplen.provenance().forEach(line -> streams.out().println("  " + line));
    return Exit.OK;
  }
}
