package io.terraplen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Descriptors that a test makes for itself. */
final class Projects {

  /** The least that a descriptor named {@code dev} must state. */
  static final String DEV =
      """
      system: shop
      environment: dev
      stage: development
      account: "123456789012"
      region: eu-south-2
      network: {cidr: 10.0.0.0/16}
      """;

  private Projects() {}

  static void write(Path root, String file, String text) throws IOException {
    write(root, file, text.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path root, String file, byte[] bytes) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }

  /** Loads a text as the environment {@code dev}. */
  static Result load(Path root, String text) throws IOException {
    write(root, "environments/dev.yaml", text);
    return Descriptors.load(root, "environments/dev.yaml");
  }

  static Result.Loaded loaded(Path root, String text) throws IOException {
    Result result = load(root, text);
    assertThat(result).isInstanceOf(Result.Loaded.class);
    return (Result.Loaded) result;
  }

  static List<Finding> findings(Result result) {
    assertThat(result).isInstanceOf(Result.Rejected.class);
    return ((Result.Rejected) result).findings();
  }

  /** {@code line:column: message [rule]} of each finding. */
  static List<String> lines(Result result) {
    return findings(result).stream()
        .map(
            f ->
                f.pos().line()
                    + ":"
                    + f.pos().column()
                    + ": "
                    + f.message()
                    + " ["
                    + f.rule()
                    + "]")
        .toList();
  }
}
