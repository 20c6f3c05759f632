package io.terraplen.descriptor;

import static io.terraplen.descriptor.Projects.DEV;
import static io.terraplen.descriptor.Projects.findings;
import static io.terraplen.descriptor.Projects.lines;
import static io.terraplen.descriptor.Projects.load;
import static io.terraplen.descriptor.Projects.loaded;
import static io.terraplen.descriptor.Projects.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.finding.Finding;
import io.terraplen.model.Defaults;
import io.terraplen.model.Environment;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, loading answers in words, soon, and within its own folder. */
@Timeout(60)
final class HostileInputTest {

  @TempDir Path root;

  @Test
  void aliasesThatMultiplyAreRefused() throws IOException {
    StringBuilder laughs = new StringBuilder(DEV + "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      laughs.append("a").append(i).append(": &a").append(i).append(" [");
      laughs.append(("*a" + (i - 1) + ", ").repeat(8)).append("*a").append(i - 1).append("]\n");
    }
    assertThat(lines(load(root, laughs.toString())))
        .containsExactly("11:15: more than 20000 values, repeated ones included [too_large]");
  }

  @Test
  void anAliasWithinItsOwnAnchorIsUnknown() throws IOException {
    assertThat(lines(load(root, DEV + "tags: &t {a: *t}\n")))
        .containsExactly(
            "7:14: no anchor `&t` before this; if `*` is part of the text, put it in quotes"
                + " [syntax]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "a: {b: [", "!x [", "&a ["})
  void depthIsLimited(String piece) throws IOException {
    assertThat(findings(load(root, "x: " + piece.repeat(20_000)))).isNotEmpty();
    assertThat(findings(load(root, piece.repeat(20_000)))).isNotEmpty();
    assertThat(findings(load(root, DEV + "tags:\n  " + piece.repeat(20_000)))).isNotEmpty();
  }

  @Test
  void blockDepthIsLimited() throws IOException {
    StringBuilder deep = new StringBuilder(DEV);
    for (int i = 0; i < 400; i++) {
      deep.append(" ".repeat(i)).append("a:\n");
    }
    assertThat(lines(load(root, deep.toString())))
        .containsExactly("56:50: nested more than 50 levels deep [too_large]");
  }

  @Test
  void aliasesCannotNestBeyondTheDepth() throws IOException {
    String deep = "[".repeat(30) + "]".repeat(30);
    String text = DEV + "a: &a " + deep + "\nb: " + "[".repeat(30) + "*a" + "]".repeat(30) + "\n";
    assertThat(lines(load(root, text)))
        .containsExactly("8:34: nested more than 50 levels deep [too_large]");
  }

  @Test
  void manyValuesAreRefused() throws IOException {
    assertThat(lines(load(root, DEV + "tags: [" + "a, ".repeat(30_000) + "a]\n")))
        .singleElement()
        .asString()
        .contains("more than 20000 values");
  }

  @Test
  void manyFindingsAreCut() throws IOException {
    StringBuilder text = new StringBuilder(DEV);
    for (int i = 0; i < 5000; i++) {
      text.append("unknown_key_").append(i).append(": 1\n");
    }
    assertThat(findings(load(root, text.toString()))).hasSize(Limits.FINDINGS);
  }

  @Test
  void longTextsAreRefusedBeforeAnyPatternSeesThem() throws IOException {
    String text = DEV.replace("shop", "a".repeat(500_000));
    assertThat(lines(load(root, text)))
        .containsExactly("1:9: a text of at most 1000 characters [value_not_allowed]");
    assertThat(lines(load(root, DEV + "b".repeat(900) + ": 1\n")))
        .containsExactly("7:1: a key of more than 256 characters [too_large]");
    assertThat(findings(load(root, DEV.replace("development", "d".repeat(500_000))))).hasSize(1);
  }

  @Test
  void largeFilesAreRefusedUnread() throws IOException {
    assertThat(lines(load(root, DEV + "#" + "x".repeat(Limits.FILE_BYTES))))
        .containsExactly(
            "1:1: the file is larger than 1 MiB; split it and use `extends` [too_large]");
  }

  @Test
  void chainsOfFilesAreLimited() throws IOException {
    for (int i = 0; i < 30; i++) {
      write(root, "environments/x/" + i + ".yaml", "extends: " + (i + 1) + ".yaml\n");
    }
    assertThat(lines(load(root, "extends: x/0.yaml\n" + DEV)))
        .containsExactly("1:10: more than 10 files, each extending the next [too_large]");
  }

  @Test
  void chainsOfComponentsAreLimited() throws IOException {
    StringBuilder text = new StringBuilder(DEV + "app:\n  services:\n");
    for (int i = 0; i < 3000; i++) {
      text.append("    s").append(i).append(": {like: service.s").append(i + 1).append("}\n");
    }
    text.append("    s3000: {image: {repository: api, tag: v1}}\n");
    assertThat(findings(load(root, text.toString())))
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo("too_large");
              assertThat(finding.message())
                  .isEqualTo("more than 20 components, each `like` the next");
            });
  }

  @Test
  void whatLikeRepeatsIsLimited() throws IOException {
    StringBuilder text = new StringBuilder(DEV + "app:\n  services:\n    s:\n");
    text.append("      image: {repository: api, tag: v1}\n      env:\n");
    for (int i = 0; i < 2000; i++) {
      text.append("        K").append(i).append(": v\n");
    }
    for (int i = 0; i < 2000; i++) {
      text.append("    s").append(i).append(": {like: service.s}\n");
    }
    assertThat(findings(load(root, text.toString())))
        .anySatisfy(
            finding ->
                assertThat(finding.message())
                    .isEqualTo("`like` repeats more than 100000 values in all"));
  }

  @Test
  void linksOutOfTheProjectAreRefused(@TempDir Path outside) throws IOException {
    write(outside, "base.yaml", "system: secret\n");
    Files.createDirectories(root.resolve("environments"));
    Files.createSymbolicLink(root.resolve("environments/base.yaml"), outside.resolve("base.yaml"));
    assertThat(lines(load(root, "extends: base.yaml\n" + DEV)))
        .containsExactly(
            "1:10: `environments/base.yaml` links to a place outside the project [outside_project]");
    Files.createSymbolicLink(root.resolve("environments/more"), outside);
    assertThat(lines(load(root, "extends: more/base.yaml\n" + DEV)))
        .containsExactly(
            "1:10: `environments/more/base.yaml` links to a place outside the project"
                + " [outside_project]");
  }

  @Test
  void linksWithinTheProjectArePartOfACircle() throws IOException {
    Files.createDirectories(root.resolve("environments"));
    Files.createSymbolicLink(root.resolve("environments/link.yaml"), Path.of("dev.yaml"));
    assertThat(lines(load(root, "extends: link.yaml\n" + DEV)))
        .singleElement()
        .asString()
        .contains("`extends` goes in a circle");
  }

  @Test
  void absentFilesAndFoldersAreNamed() throws IOException {
    write(root, "environments/preprod.yaml", DEV);
    write(root, "environments/prod.yml", DEV);
    Finding typo = findings(Descriptors.load(root, "environments/prepod.yaml")).get(0);
    assertThat(typo.message()).isEqualTo("`environments/prepod.yaml` does not exist");
    assertThat(typo.hint()).isEqualTo("did you mean `preprod.yaml`?");
    assertThat(typo.pos().toString()).isEqualTo("environments/prepod.yaml:1:1");
    assertThat(findings(Descriptors.load(root, "environments/prod.yaml")).get(0).hint())
        .isEqualTo("did you mean `prod.yml`?");
    assertThat(findings(Descriptors.load(root, "environments")).get(0).message())
        .isEqualTo("`environments` is a folder; expected a file");
    assertThat(findings(Descriptors.load(root.resolve("nowhere"), "environments/a.yaml")))
        .hasSize(1);
    assertThat(findings(Descriptors.load(root, "../a.yaml")).get(0).rule())
        .isEqualTo("outside_project");
    assertThat(Descriptors.list(root)).containsExactly("preprod");
    assertThat(Descriptors.list(root.resolve("nowhere"))).isEmpty();
  }

  @Test
  void otherEncodingsAreNamedWithTheirPlace() throws IOException {
    String accented = DEV.replace("region: eu-south-2", "region: eu-south-2 # añé");
    write(root, "environments/dev.yaml", accented.getBytes(Charset.forName("windows-1252")));
    assertThat(lines(Descriptors.load(root, "environments/dev.yaml")))
        .containsExactly("5:23: byte 0xF1 is not UTF-8; save the file as UTF-8 [unreadable_file]");
    write(root, "environments/dev.yaml", ("\uFEFF" + DEV).getBytes(StandardCharsets.UTF_16LE));
    assertThat(lines(Descriptors.load(root, "environments/dev.yaml")))
        .containsExactly("1:1: the file is UTF-16; save it as UTF-8 [unreadable_file]");
    assertThat(lines(load(root, DEV + "# a\u0000b\n")))
        .containsExactly(
            "7:4: an invisible character; remove it, or write it as an escape in double quotes"
                + " [syntax]");
    assertThat(lines(load(root, DEV + "tags: {a: b}\rapp: {}\n"))).hasSize(1);
    assertThat(lines(load(root, DEV + "tags: {a: \uFEFFb}\n"))).hasSize(1);
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsChangeNothing() throws IOException {
    Result.Loaded plain = loaded(root, DEV);
    Result.Loaded windows = loaded(root, "\uFEFF" + DEV.replace("\n", "\r\n"));
    assertThat(windows.stated()).isEqualTo(plain.stated());
    assertThat(windows.sources().entries()).isEqualTo(plain.sources().entries());
    assertThat(lines(load(root, "\uFEFFsytem: x\r\n" + DEV.replace("\n", "\r\n") + "cpu: é\r\n")))
        .containsExactly(
            "1:1: unknown key `sytem` [unknown_key]", "8:1: unknown key `cpu` [unknown_key]");
  }

  /**
   * Mutations of every fixture: cut, doubled, swapped, with characters that mean something in YAML.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noMutationEscapesAsAnException(long seed) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/descriptor"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String text = texts.get(random.nextInt(texts.size()));
      for (int j = random.nextInt(4); j >= 0; j--) {
        text = mutated(text, random);
      }
      Result result = load(root, text);
      String tried = String.format("seed %d, attempt %d:%n%s", seed, i, text);
      if (result instanceof Result.Rejected rejected) {
        assertThat(rejected.findings()).as(tried).isNotEmpty();
        assertThat(rejected.findings()).as(tried).allMatch(finding -> isWithin(finding, tried));
      } else {
        Result.Loaded loaded = (Result.Loaded) result;
        Environment effective = Defaults.apply(loaded.stated());
        Result.Loaded shown = loaded(root, Show.yaml(loaded.stated(), loaded.sources()));
        assertThat(Defaults.apply(shown.stated())).as(tried).isEqualTo(effective);
      }
    }
  }

  private static boolean isWithin(Finding finding, String text) {
    int lines = text.split("\n", -1).length;
    return finding.pos().line() >= 1
        && finding.pos().column() >= 1
        && (finding.pos().line() <= lines || !finding.pos().file().endsWith("dev.yaml"));
  }

  private static String mutated(String text, Random random) {
    String marks = "{}[]:,-?*&!|>%@`\"'#~ \n\t\\\r<=.0aé😀\u0085\u2028\uFEFF";
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    int to = Math.min(text.length(), at + random.nextInt(20));
    int mark = random.nextInt(marks.length());
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + text.substring(to);
      case 1 -> text.substring(0, at) + text.substring(at, to).repeat(2) + text.substring(to);
      case 2 -> text.substring(0, at) + marks.charAt(mark) + text.substring(at);
      case 3 -> text.substring(0, at) + marks.charAt(mark) + text.substring(to);
      default -> text.substring(to) + text.substring(0, at);
    };
  }
}
