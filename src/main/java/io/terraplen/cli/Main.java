package io.terraplen.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program: the only place that ends the process. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    // Reports are UTF-8 whatever the locale: descriptors are, and so are the names in them.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    // The launcher knows; Java's own answer differs between versions.
    int exit =
        new Cli(out, err, Path.of("").toAbsolutePath(), Boolean.getBoolean("terraplen.terminal"))
            .run(args);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }
}
