package io.terraplen.cli;

import io.terraplen.Terraplen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gen version}. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Callable<Integer> {

  @Mixin
  @SuppressWarnings("UnusedVariable") // only so that the common options are understood here too
  private final Common common = new Common();

  private final Streams streams;

  VersionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    streams.out().println("terraplen " + Terraplen.VERSION);
    return Exit.OK;
  }
}
