package io.terraplen.cli;

import io.terraplen.Terraplen;

/** {@code gen schema}: the JSON Schema of the descriptor. */
final class SchemaCommand implements Command {

  @Override
  public String synopsis() {
    return "gen schema";
  }

  @Override
  public String description() {
    return "Prints the JSON Schema of descriptors, for editors.";
  }

  @Override
  public int run(Arguments arguments, Streams streams) {
    arguments.noWords();
    streams.out().print(Terraplen.schema());
    return Exit.OK;
  }
}
