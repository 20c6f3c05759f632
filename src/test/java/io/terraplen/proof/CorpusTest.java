package io.terraplen.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.terraplen.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small configurations, each right or with one defect. With {@code -Dagreement=N} and the prover
 * beside the project, every verdict is compared with that of the real Terraform.
 */
class CorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/proof/corpus");

  @TempDir private Path temp;

  /**
   * A configuration, and the rule that refuses it; empty where it is right.
   *
   * @param stricter whether {@code terraform validate} lets it pass; {@code docs/proof.md} says why
   *     we do not
   */
  record Case(String name, String rule, boolean stricter, Texts texts) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.sorted().toList()) {
        String kind = file.getFileName().toString().replace(".txt", "");
        String[] parts = Files.readString(file).split("(?m)^=== ", -1);
        for (int i = 1; i < parts.length; i++) {
          int end = parts[i].indexOf('\n');
          String[] words = parts[i].substring(0, end).split(" ", -1);
          boolean accepted = words[0].equals("accept");
          assertThat(words[0]).isIn("accept", "refuse", "stricter");
          cases.add(
              new Case(
                  kind + ": " + parts[i].substring(0, end),
                  accepted ? "" : words[1],
                  words[0].equals("stricter"),
                  texts(parts[i].substring(end + 1))));
        }
      }
    }
    return cases.stream();
  }

  private static Texts texts(String content) {
    Map<String, String> files = new TreeMap<>();
    if (!content.startsWith("-- ")) {
      files.put("main.tf", content);
      return new Texts(files);
    }
    String[] parts = content.split("(?m)^-- ", -1);
    for (int i = 1; i < parts.length; i++) {
      int end = parts[i].indexOf(" --\n");
      files.put(parts[i].substring(0, end), parts[i].substring(end + " --\n".length()));
    }
    return new Texts(files);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theDefectIsNamedAndNothingElse(Case each) {
    List<String> rules = each.texts().findings().stream().map(Finding::rule).distinct().toList();
    assertThat(rules)
        .as("%s", each.texts().findings())
        .isEqualTo(each.rule().isEmpty() ? List.of() : List.of(each.rule()));
  }

  @Test
  void verdictsAreThoseOfTerraform() throws Exception {
    assumeThat(Integer.getInteger("agreement", 0) > 0 && RealTerraform.isThere()).isTrue();
    List<Case> cases = cases().toList();
    Path all = Files.createDirectory(temp.resolve("all"));
    Files.writeString(all.resolve("main.tf"), "provider \"aws\" {\n  region = \"us-east-1\"\n}\n");
    for (int i = 0; i < cases.size(); i++) {
      for (Map.Entry<String, String> file : cases.get(i).texts().files().entrySet()) {
        Path path = all.resolve("case" + i).resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
      }
    }
    Path work = temp.resolve("work");
    RealTerraform terraform = new RealTerraform(all, work);
    List<Future<Boolean>> verdicts = new ArrayList<>();
    ExecutorService two = Executors.newFixedThreadPool(2);
    for (int i = 0; i < cases.size(); i++) {
      Path folder = work.resolve("config").resolve("case" + i);
      verdicts.add(two.submit(() -> terraform.acceptsFolder(folder)));
    }
    List<String> disagreements = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      boolean real = verdicts.get(i).get();
      boolean expected = cases.get(i).rule().isEmpty() || cases.get(i).stricter();
      if (real != expected) {
        disagreements.add("Terraform " + (real ? "accepts " : "refuses ") + cases.get(i));
      }
    }
    two.shutdown();
    assertThat(disagreements).isEmpty();
  }
}
