package io.terraplen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terraplen.finding.Finding;
import io.terraplen.finding.Severity;
import io.terraplen.hcl.Formatter;
import io.terraplen.hcl.Hcl;
import io.terraplen.output.FileSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever passes validation gives output that parses and is formatted as the real Terraform would.
 */
class RandomDescriptorTest {

  private static final int CASES = 500;

  @TempDir private Path folder;

  @Test
  void everyValidDescriptorGivesFormattedTerraform() throws Exception {
    int generated = 0;
    Path all = Files.createDirectories(folder.resolve("all"));
    for (long seed = 0; generated < CASES; seed++) {
      assertThat(seed).as("too few of the descriptors are valid").isLessThan(4 * CASES);
      FileSet files = generate(seed);
      if (files == null) {
        continue;
      }
      generated++;
      StringBuilder joined = new StringBuilder();
      for (Map.Entry<String, String> file : files.files().entrySet()) {
        if (file.getKey().endsWith(".tf")) {
          String text = file.getValue();
          assertThat(Hcl.parse(file.getKey(), text).problems())
              .as("seed %d, %s", seed, file.getKey())
              .isEmpty();
          assertThat(Formatter.format(text)).as("seed %d, %s", seed, file.getKey()).isEqualTo(text);
          joined.append(text).append('\n');
        }
      }
      Files.writeString(all.resolve("case" + seed + ".tf"), Formatter.format(joined.toString()));
    }
    assertThat(terraformChanges(all)).isEmpty();
  }

  /** The files of a seed's descriptor, or null where its findings forbid them. */
  private FileSet generate(long seed) throws IOException {
    Path root = Files.createDirectories(folder.resolve("project/environments"));
    Files.writeString(root.resolve("demo.yaml"), RandomDescriptor.yaml(seed, "demo"));
    Terraplen.Checked checked =
        new Terraplen(new Workspace(root.getParent()), LocalDate.of(2026, 11, 24))
            .check(List.of("demo"))
            .get(0);
    assertThat(checked.findings())
        .as("seed %d", seed)
        .extracting(Finding::rule)
        .doesNotContain("template_failed", "syntax");
    boolean refused =
        checked.findings().stream().anyMatch(each -> each.severity() == Severity.ERROR);
    return refused ? null : checked.files().orElseThrow();
  }

  /** The files that the real {@code terraform fmt} would change. */
  private static String terraformChanges(Path all) throws Exception {
    assumeTrue(
        List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
            .anyMatch(each -> Files.isExecutable(Path.of(each, "terraform"))),
        "no terraform here");
    Process process =
        new ProcessBuilder("terraform", "fmt", "-recursive", "-check", "-list=true")
            .directory(all.toFile())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    return said.lines()
        .filter(line -> line.endsWith(".tf") || line.contains("Error"))
        .collect(Collectors.joining("\n"));
  }
}
