package io.terraplen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.finding.Finding;
import io.terraplen.model.Defaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code src/test/resources/descriptor} is a project. Each of its environments
 * either gives the findings of {@code NAME.findings} or is shown as {@code NAME.show}.
 */
final class DescriptorFixtureTest {

  private static final Path FIXTURES = Path.of("src/test/resources/descriptor");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyEnvironmentGivesItsGolden() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path root : projects()) {
      for (String name : Descriptors.list(root)) {
        tests.add(
            DynamicTest.dynamicTest(root.getFileName() + " " + name, () -> check(root, name)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(20);
    return tests.stream();
  }

  private void check(Path root, String name) throws IOException {
    Path findings = root.resolve(name + ".findings");
    Path shown = root.resolve(name + ".show");
    Result result = Descriptors.load(root, Descriptors.fileOf(name));
    if (result instanceof Result.Rejected rejected) {
      assertThat(rejected.findings()).isNotEmpty().isSortedAccordingTo(Finding.ORDER);
      assertThat(rejected.findings())
          .allSatisfy(
              finding -> {
                assertThat(finding.isUnplaced()).isFalse();
                assertThat(finding.environment()).isEqualTo(name);
                assertThat(finding.message()).hasSizeLessThan(160).doesNotEndWith(".");
              });
      Golden.check(findings, Findings.format(root, rejected.findings()));
      Golden.checkAbsent(shown);
      return;
    }
    Result.Loaded loaded = (Result.Loaded) result;
    String yaml = Show.yaml(loaded.stated(), loaded.sources());
    Golden.check(shown, yaml);
    Golden.checkAbsent(findings);

    // What is shown is a descriptor of the same environment.
    Path copy = folder.resolve(Descriptors.fileOf(name));
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, yaml);
    Result again = Descriptors.load(folder, Descriptors.fileOf(name));
    assertThat(again).isInstanceOf(Result.Loaded.class);
    Result.Loaded reloaded = (Result.Loaded) again;
    assertThat(Defaults.apply(reloaded.stated())).isEqualTo(Defaults.apply(loaded.stated()));
  }

  @Test
  void everyRuleHasAFixture() throws IOException {
    TreeSet<String> seen = new TreeSet<>();
    for (Path root : projects()) {
      for (String name : Descriptors.list(root)) {
        if (Descriptors.load(root, Descriptors.fileOf(name)) instanceof Result.Rejected rejected) {
          rejected.findings().forEach(finding -> seen.add(finding.rule()));
        }
      }
    }
    seen.add("too_large"); // HostileInputTest: such files are made, not kept
    assertThat(seen)
        .containsExactlyElementsOf(DescriptorRules.all().stream().map(rule -> rule.id()).toList());
  }

  private static List<Path> projects() throws IOException {
    try (Stream<Path> folders = Files.list(FIXTURES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }
}
