package io.terraplen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a committed text, or rewrites it with {@code -Dgolden.update=true}. */
public final class Golden {

  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private Golden() {}

  public static void check(Path file, String actual) throws IOException {
    if (UPDATE) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
      return;
    }
    assertThat(file).as("write it with -Dgolden.update=true").exists();
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  /** Deletes a golden that no longer has a cause, or fails because it is there. */
  public static void checkAbsent(Path file) throws IOException {
    if (UPDATE) {
      Files.deleteIfExists(file);
      return;
    }
    assertThat(file).doesNotExist();
  }
}
