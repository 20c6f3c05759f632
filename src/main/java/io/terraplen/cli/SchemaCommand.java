package io.terraplen.cli;

import io.terraplen.Terraplen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gen schema}: the JSON Schema of the descriptor. */
@Command(name = "schema", description = "Prints the JSON Schema of descriptors, for editors.")
final class SchemaCommand implements Callable<Integer> {

  @Mixin
  @SuppressWarnings("UnusedVariable") // only so that the common options are understood here too
  private final Common common = new Common();

  private final Streams streams;

  SchemaCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    streams.out().print(Terraplen.schema());
    return Exit.OK;
  }
}
