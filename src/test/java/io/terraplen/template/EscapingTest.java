package io.terraplen.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any text comes back from a quoted hole unchanged, whatever stands around it. */
final class EscapingTest {

  /** What breaks escaping: the signs of HCL, often and side by side. */
  private static final String[] PIECES = {
    "$",
    "$",
    "%",
    "{",
    "{",
    "}",
    "\"",
    "\\",
    "\n",
    "\r",
    "\t",
    "${",
    "%{",
    "$${",
    "~",
    "#",
    "//",
    "/*",
    "<<EOT\n",
    "\\u0022",
    "[=x]",
    "<#if>",
    "a",
    "Z",
    " ",
    "é",
    "ñ",
    "漢",
    "😀",
    "\u0000",
    "\u001b",
    "\u007f",
    "\u0085",
    "\u2028",
    "\ufeff",
    "\u202e",
    "\udb40\udc01"
  };

  private record Pair(String a, String b) {}

  private static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static String anyText(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(8);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void textComesBackFromQuotes(long seed) {
    Random random = new Random(seed);
    String a = anyText(random);
    String b = anyText(random);
    // Literal text around the holes that could pair with their ends.
    String[] literals = {"", "$", "%", "{", "$$", "%%", "x", "}", "$x{"};
    String before = literals[random.nextInt(literals.length)];
    String between = literals[random.nextInt(literals.length)];
    String after = literals[random.nextInt(literals.length)];
    if (opens(before, a, between) || opens(a.isEmpty() ? before + between : between, b, after)) {
      return;
    }
    String template = "x = \"" + before + "[=a]" + between + "[=b]" + after + "\"\n";
    String hcl = RendererTest.render(template, new Pair(a, b));
    assertThat(hcl).as("one line").endsWith("\"\n").hasLineCount(1);
    assertThat(HclDecoder.decode(hcl.substring("x = ".length(), hcl.length() - 1)))
        .as("seed %d, %s", seed, hcl)
        .isEqualTo(before + a + between + b + after);
  }

  /** Whether the template's own text would spell an interpolation around an empty hole. */
  private static boolean opens(String before, String hole, String after) {
    return hole.isEmpty()
        && (before.endsWith("$") || before.endsWith("%"))
        && after.startsWith("{");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void textComesBackFromStringsThatJavaMakes(long seed) {
    Random random = new Random(seed);
    String a = anyText(random);
    String b = anyText(random);
    assertThat(HclDecoder.decode(Ref.template().text(a).text(b).build().code()))
        .as("seed %d", seed)
        .isEqualTo(a + b);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTextLeavesAComment(long seed) {
    String text = anyText(new Random(seed));
    assertThat(RendererTest.render("# [=a]", new Pair(text, "")).codePoints())
        .as("seed %d", seed)
        .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
  }

  @Test
  void dollarAndBraceDoNotMeetAcrossHoles() {
    Pair pair = new Pair("a$", "{b}");
    assertThat(RendererTest.render("x = \"[=a][=b]\"", pair)).isEqualTo("x = \"a\\u0024{b}\"");
    assertThat(RendererTest.render("x = \"[=a]{b}\"", pair)).isEqualTo("x = \"a\\u0024{b}\"");
    assertThat(RendererTest.render("x = \"$[=b]\"", pair)).isEqualTo("x = \"$\\u007bb}\"");
    assertThat(RendererTest.render("x = \"%%[=b]\"", pair)).isEqualTo("x = \"%%\\u007bb}\"");
    assertThat(RendererTest.render("x = \"$[=a]\"", new Pair("${b}", "")))
        .isEqualTo("x = \"$\\u0024{b}\"");
    assertThat(RendererTest.render("x = \"100 [=a]\"", new Pair("%", "")))
        .isEqualTo("x = \"100 \\u0025\"");
  }

  /** An empty hole does not hide that the template's own text opens an interpolation. */
  @Test
  void emptyHoleIsSeenThrough() {
    assertThatThrownBy(() -> RendererTest.render("x = \"$[=a]{[=b]}\"", new Pair("", "evil")))
        .hasMessageContaining("stands within `${}`");
  }

  @Test
  void halfACharacterIsRefused() {
    assertThatThrownBy(() -> RendererTest.render("x = \"[=a]\"", new Pair("\ud83d", "")))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageContaining("half a character");
  }

  /** The same from Terraform's own mouth. */
  @Test
  void terraformReadsTheSameText(@TempDir Path folder) throws Exception {
    assumeTrue(terraformIsPresent(), "terraform is not on the path");
    List<Pair> pairs = new ArrayList<>();
    StringBuilder hcl = new StringBuilder();
    for (long seed = 1000; seed < 1300; seed++) {
      Random random = new Random(seed);
      Pair pair = new Pair(anyText(random), anyText(random));
      if (pair.a.isEmpty() || pair.b.isEmpty()) {
        continue;
      }
      hcl.append("output \"o%d\" {\n  value = ".formatted(pairs.size()));
      hcl.append(RendererTest.render("[\"[=a][=b]{\", \"$[=a]\", \"%[=b]\"]", pair));
      hcl.append("\n}\n");
      pairs.add(pair);
    }
    Files.writeString(folder.resolve("main.tf"), hcl);
    run(folder, "terraform", "fmt", "-check");
    run(folder, "terraform", "apply", "-auto-approve", "-no-color", "-input=false");
    JsonNode outputs =
        JsonMapper.shared().readTree(run(folder, "terraform", "output", "-json", "-no-color"));
    for (int i = 0; i < pairs.size(); i++) {
      JsonNode value = outputs.get("o" + i).get("value");
      Pair pair = pairs.get(i);
      assertThat(List.of(value.get(0).asString(), value.get(1).asString(), value.get(2).asString()))
          .as("seed %d", 1000 + i)
          .containsExactly(
              normalized(pair.a + pair.b + "{"),
              normalized("$" + pair.a),
              normalized("%" + pair.b));
    }
  }

  /** Terraform composes accents: text is equal up to that. */
  private static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static boolean terraformIsPresent() {
    return Optional.ofNullable(System.getenv("PATH")).stream()
        .flatMap(path -> List.of(path.split(java.io.File.pathSeparator, -1)).stream())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "stdout", ".txt");
    Path err = Files.createTempFile(folder, "stderr", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor()).as(() -> read(out) + read(err)).isZero();
    return read(out);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
