package io.terraplen.hcl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terraplen.hcl.Token.Kind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fixtures are the files in {@code src/test/resources/format}: {@code name.in.tf} becomes {@code
 * name.out.tf}, which {@code terraform fmt} wrote; a lone {@code name.tf} stays as it is.
 */
class FormatterTest {

  private static final Path FIXTURES = Path.of("src/test/resources/format");
  private static final int PROGRAMS = 500;

  @Test
  void eachInputHasItsOutput() {
    List<Path> inputs = files(".in.tf").toList();
    List<Path> outputs = files(".out.tf").toList();
    assertThat(inputs).isNotEmpty();
    assertThat(outputs)
        .containsExactlyElementsOf(inputs.stream().map(FormatterTest::twin).toList());
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void laysOutAsTerraformDoes(Path input) throws IOException {
    String formatted = Formatter.format(Files.readString(input));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(twin(input), formatted);
    }
    assertThat(formatted).isEqualTo(Files.readString(twin(input)));
  }

  @ParameterizedTest
  @MethodSource("laidOut")
  void leavesAloneWhatIsLaidOut(Path file) throws IOException {
    String source = Files.readString(file);
    assertThat(Formatter.format(source)).isEqualTo(source);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void endsLinesInLf(Path input) throws IOException {
    String source = Files.readString(input);
    assertThat(Formatter.format(source.replace("\n", "\r\n"))).isEqualTo(Formatter.format(source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a=\"${x}\"       | a = \"${x}\"",
        "type=\"string\"  | type = \"string\"",
        "b  label  {}     | b label {}",
      })
  void leavesTokensThatTerraformWouldRewrite(String source, String formatted) {
    assertThat(Formatter.format(source)).isEqualTo(formatted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a  = \"x\nb=1\n", "a  = <<EOT\n x\n", "a  = 1 ' 2\n", "/* a  = 1"})
  void leavesAloneWhatItCannotRead(String source) {
    assertThat(Formatter.format(source)).isEqualTo(source);
  }

  @Test
  void changesNothingButSpaces() {
    for (Map.Entry<String, String> program : programs().entrySet()) {
      String source = program.getValue();
      String formatted = Formatter.format(source);
      assertThat(tokens(formatted)).as(program.getKey()).isEqualTo(tokens(source));
      assertThat(Formatter.format(formatted))
          .as("%s, again", program.getKey())
          .isEqualTo(formatted);
    }
  }

  @Test
  void survivesWhatIsNoProgram() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      StringBuilder source = new StringBuilder(RandomHcl.program(seed));
      source.setLength(random.nextInt(source.length() + 1));
      for (int i = random.nextInt(20); i > 0 && !source.isEmpty(); i--) {
        int at = random.nextInt(source.length());
        if (random.nextBoolean()) {
          source.deleteCharAt(at);
        } else {
          source.insert(at, "{}[]()\"$%\\\n\r=.,!-~<E#/*\ud83d\0".charAt(random.nextInt(25)));
        }
      }
      String broken = source.toString();
      assertThat(withoutSpace(Formatter.format(broken)))
          .as("seed %d", seed)
          .isEqualTo(withoutSpace(broken));
    }
  }

  /** All fixtures and random programs, from Terraform's own mouth. */
  @Test
  void agreesWithTerraform(@TempDir Path folder) throws Exception {
    assumeTrue(terraformIsPresent(), "terraform is not on the path");
    Map<String, String> programs = programs();
    for (Map.Entry<String, String> program : programs.entrySet()) {
      Files.writeString(folder.resolve(program.getKey()), program.getValue());
    }
    Path log = Files.createTempFile(folder, "terraform", ".log");
    Process terraform =
        new ProcessBuilder("terraform", "fmt", "-recursive", "-no-color")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(terraform.waitFor()).as(() -> read(log)).isZero();
    for (Map.Entry<String, String> program : programs.entrySet()) {
      assertThat(Formatter.format(program.getValue()))
          .as("%s:\n%s", program.getKey(), program.getValue())
          .isEqualTo(read(folder.resolve(program.getKey())));
    }
  }

  /** Fixtures and random programs by file name. */
  private static Map<String, String> programs() {
    Map<String, String> programs = new LinkedHashMap<>();
    files(".tf").forEach(file -> programs.put(file.getFileName().toString(), read(file)));
    for (long seed = 0; seed < PROGRAMS; seed++) {
      programs.put("seed" + seed + ".tf", RandomHcl.program(seed));
    }
    return programs;
  }

  private static List<String> tokens(String source) {
    List<String> tokens = new ArrayList<>();
    for (Token token : Lexer.lex(source)) {
      assertThat(token.kind()).isNotEqualTo(Kind.INVALID);
      tokens.add(token.line() + ": " + token.kind() + " " + token.text());
    }
    return tokens;
  }

  private static String withoutSpace(String text) {
    return text.replace("\r\n", "\n").replace(" ", "").replace("\t", "");
  }

  static Stream<Path> inputs() {
    return files(".in.tf");
  }

  static Stream<Path> laidOut() {
    return files(".tf").filter(file -> !file.toString().endsWith(".in.tf"));
  }

  private static Path twin(Path input) {
    return input.resolveSibling(input.getFileName().toString().replace(".in.tf", ".out.tf"));
  }

  private static Stream<Path> files(String ending) {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean terraformIsPresent() {
    String path = System.getenv("PATH");
    return path != null
        && Stream.of(path.split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
