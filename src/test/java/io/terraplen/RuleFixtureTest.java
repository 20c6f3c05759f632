package io.terraplen;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.descriptor.Golden;
import io.terraplen.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule says what the {@code .findings} beside its examples hold, and nothing of an example
 * without. An example whose name begins with {@code bad} must have them.
 */
class RuleFixtureTest {

  @TempDir Path project;

  static List<RuleFixture> examples() throws IOException {
    List<RuleFixture> examples = new ArrayList<>();
    for (String rule : RuleFixture.rules()) {
      examples.addAll(RuleFixture.of(rule));
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleGivesItsFindings(RuleFixture example) throws IOException {
    String printed = example.print(project);
    if (example.name().startsWith("bad")) {
      assertThat(printed).as("a bad example must give a finding").isNotEmpty();
      Golden.check(example.findings(), printed);
    } else if (Files.exists(example.findings())) {
      Golden.check(example.findings(), printed);
    } else {
      assertThat(printed).isEmpty();
    }
  }

  /** Two examples of one name would share their findings. */
  @Test
  void examplesOfARuleDifferInName() throws IOException {
    for (String rule : RuleFixture.rules()) {
      assertThat(RuleFixture.of(rule)).extracting(RuleFixture::name).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyFindingsFileHasItsExample() throws IOException {
    List<Path> lonely = new ArrayList<>();
    for (String rule : RuleFixture.rules()) {
      TreeSet<Path> files = new TreeSet<>();
      try (Stream<Path> paths = Files.list(RuleFixture.ROOT.resolve(rule))) {
        paths.filter(path -> path.toString().endsWith(".findings")).forEach(files::add);
      }
      RuleFixture.of(rule).forEach(example -> files.remove(example.findings()));
      lonely.addAll(files);
    }
    if (Boolean.getBoolean("golden.update")) {
      for (Path path : lonely) {
        Files.delete(path);
      }
      return;
    }
    assertThat(lonely).isEmpty();
  }

  /** All fixtures stand on it: what a rule says of one is about what the fixture states. */
  @Test
  void baseGivesNoFindings() throws IOException {
    Files.createDirectories(project.resolve("environments"));
    Files.copy(
        RuleFixture.ROOT.resolve("base.yaml"),
        project.resolve("environments").resolve("demo.yaml"));
    List<Finding> findings =
        new Terraplen(new Workspace(project), GeneratedTest.TODAY)
            .check(List.of("demo"))
            .get(0)
            .findings();
    assertThat(findings)
        .extracting(Finding::rule, each -> each.pos().toString(), Finding::message)
        .isEmpty();
  }
}
