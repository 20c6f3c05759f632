package io.terraplen.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real Terraform with the prover's stand-in for the AWS provider, where both lie on this
 * machine.
 */
final class RealTerraform {

  static final Path PROVER = Path.of("../shared/tools/tf-prove").toAbsolutePath().normalize();

  private final Path work;

  /** Prepares a folder to go on in, with all that a configuration needs. */
  RealTerraform(Path configuration, Path work) {
    this.work = work;
    String out =
        run(
            Path.of("").toAbsolutePath(),
            PROVER + " " + configuration.toAbsolutePath() + " --keep " + work);
    if (!Files.exists(work.resolve("env.sh"))) {
      throw new IllegalStateException(out);
    }
  }

  static boolean isThere() {
    return Files.isExecutable(PROVER);
  }

  /** Whether the real Terraform accepts a configuration, written in place of the one before. */
  boolean accepts(Map<String, String> files) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = work.resolve("config").resolve(file.getKey());
        if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
          Files.createDirectories(path.getParent());
          Files.writeString(path, file.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String said = validate();
    if (said.contains("\"valid\": true")) {
      return true;
    }
    if (said.contains("\"valid\": false")) {
      return false;
    }
    throw new IllegalStateException(said);
  }

  /** Whether the real Terraform accepts the configuration in a folder of the work folder. */
  boolean acceptsFolder(Path folder) {
    String said =
        run(
            folder,
            ". "
                + work.resolve("env.sh")
                + "; export TF_DATA_DIR=$PWD/.terraform; terraform init -input=false >/dev/null 2>&1"
                + " && terraform validate -json");
    return said.contains("\"valid\": true");
  }

  private String validate() {
    return run(
        work.resolve("config"), ". " + work.resolve("env.sh") + "; terraform validate -json");
  }

  static String run(Path folder, String command) {
    try {
      Process process =
          new ProcessBuilder("bash", "-c", command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String out =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      process.waitFor(5, TimeUnit.MINUTES);
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
