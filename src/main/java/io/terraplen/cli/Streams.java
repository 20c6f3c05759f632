package io.terraplen.cli;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command writes, and where it runs. What was asked for goes to {@code out}, all else to
 * {@code err}.
 *
 * @param directory the working directory
 * @param terminal whether a person reads the output
 */
record Streams(PrintStream out, PrintStream err, Path directory, boolean terminal) {}
