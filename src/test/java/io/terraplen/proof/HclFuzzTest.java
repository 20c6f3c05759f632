package io.terraplen.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.terraplen.hcl.Formatter;
import io.terraplen.hcl.Hcl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Broken Terraform of every kind: nothing that is read, formatted or proven throws. Seeded; with
 * {@code -Dfuzz.seconds=N} it goes on for so long from a fresh seed, which a failure names.
 */
class HclFuzzTest {

  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "${",
    "%{",
    "<<EOT",
    "<<-EOT",
    "EOT",
    "\n",
    "=",
    "==",
    "=>",
    "?",
    ":",
    ".",
    "..",
    "...",
    "*",
    "/*",
    "*/",
    "#",
    "//",
    "\\",
    "\\u12",
    "for",
    "in",
    "if",
    "endfor",
    "dynamic",
    "content",
    "0",
    "9e999999999",
    "-",
    "!",
    "&&",
    "||",
    ",",
    "\t",
    "\r\n",
    "\uFEFF",
    "\u0000",
    "\uD83D",
    "\u00E9",
    "null",
    "var.",
    "local.",
    "module.",
    "each.value",
    "aws_lb.api",
    "count = 1"
  };

  @Test
  void nothingThrows() throws IOException {
    List<String> seeds = new ArrayList<>();
    for (CorpusTest.Case each : CorpusTest.cases().toList()) {
      seeds.addAll(each.texts().files().values());
    }
    seeds.addAll(Texts.of(Path.of("generated", "prod")).files().values());
    long seconds = Long.getLong("fuzz.seconds", 0L);
    long seed = seconds > 0 ? System.nanoTime() : 11;
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    LongPredicate goesOn = seconds > 0 ? i -> System.nanoTime() < end : i -> i < 3000;
    for (long i = 0; goesOn.test(i); i++) {
      Random random = new Random(seed + i);
      String text = broken(seeds.get(random.nextInt(seeds.size())), random);
      assertThatCode(() -> read(text))
          .as("seed %d:%n%s", seed + i, text.replace('\0', '?'))
          .doesNotThrowAnyException();
    }
  }

  /** What the fuzz has found. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "module \"a\" {\n  source = \"./a\\u0000b\"\n}\n",
        "locals {\n  a = { for in var.m : 1 => 2 }\n}\n"
      })
  void whatOnceThrewIsRefused(String text) {
    assertThatCode(() -> read(text)).doesNotThrowAnyException();
    assertThat(new Texts(Map.of("main.tf", text)).findings()).isNotEmpty();
  }

  private static void read(String text) {
    Hcl.parse("main.tf", text);
    Formatter.format(text);
    Prover.prove(new Texts(Map.of("main.tf", text, "main_override.tf", text)));
  }

  private static String broken(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && text.length() > 0; i++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> text.insert(at, text.substring(random.nextInt(at + 1), end));
        default -> text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
