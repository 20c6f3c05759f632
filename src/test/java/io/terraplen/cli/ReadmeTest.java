package io.terraplen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command and output in the README is what the program prints. */
class ReadmeTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath();

  private static final Pattern CONSOLE =
      Pattern.compile(
          "(?:<!-- run with: (.*?) -->\n)?```console\n\\$ \\./gen (.*?)\n(.*?)```", Pattern.DOTALL);

  private static final Pattern QUOTED =
      Pattern.compile("<!-- from: (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  private static String readme() throws IOException {
    return Files.readString(PROJECT.resolve("README.md"));
  }

  @TestFactory
  Stream<DynamicTest> commandsPrintWhatIsShown() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Matcher matcher = CONSOLE.matcher(readme());
    while (matcher.find()) {
      String edits = matcher.group(1);
      String command = matcher.group(2);
      String shown = matcher.group(3);
      Path root = folder.resolve("run" + tests.size());
      tests.add(
          DynamicTest.dynamicTest(
              "gen " + command,
              () -> {
                copy("environments", root);
                copy("generated", root);
                if (edits != null) {
                  edit(root, edits);
                }
                assertThat(run(root, command)).isEqualTo(shown);
              }));
    }
    assertThat(tests).hasSizeGreaterThan(2);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> quotedFilesHoldWhatIsShown() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(readme());
    while (matcher.find()) {
      String file = matcher.group(1);
      String shown = matcher.group(2);
      tests.add(
          DynamicTest.dynamicTest(
              file, () -> assertThat(Files.readString(PROJECT.resolve(file))).contains(shown)));
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static void copy(String name, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT.resolve(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = root.resolve(PROJECT.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** Applies {@code file: before => after; file: before => after}. */
  private static void edit(Path root, String edits) throws IOException {
    for (String edit : edits.split("; ", -1)) {
      int colon = edit.indexOf(": ");
      String[] change = edit.substring(colon + 2).split(" => ", -1);
      Path file = root.resolve(edit.substring(0, colon));
      String text = Files.readString(file);
      assertThat(text).contains(change[0]);
      Files.writeString(file, text.replace(change[0], change[1]));
    }
  }

  private static String run(Path root, String command) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new Cli(both, both, root, false).run((command + " --today 2026-11-24").split(" ", -1));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
