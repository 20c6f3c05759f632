package io.terraplen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.model.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotingTest {

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "~",
        "null",
        "Null",
        "yes",
        "No",
        "on",
        "OFF",
        "y",
        "N",
        "true",
        "False",
        "15.10",
        "8.0.35",
        "1e3",
        "0x1F",
        "012",
        "1_000",
        "12:30",
        "2027-01-31",
        ".inf",
        "-1",
        "+1",
        "- a",
        "a: b",
        "a #b",
        "a:",
        "#a",
        "@a",
        "`a",
        "%a",
        "!a",
        "&a",
        "*a",
        "|",
        ">",
        "?",
        "=",
        "<<",
        "a, b",
        "[a]",
        "{a}",
        "${a}",
        "a\nb",
        "a ",
        " a",
        "a\\",
        "\"",
        "'a'",
        "é",
        "a\tb",
        "_a",
        "123456789012"
      })
  void whatSomeReaderWouldTakeForElseIsQuoted(String text) {
    assertThat(Quoting.text(text)).startsWith("\"").endsWith("\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "api",
        "us-east-1",
        "10.20.0.0/16",
        "/api/*",
        "cron(0 5 * * ? *)",
        "database.aurora",
        "linux/amd64",
        "email:ops@example.com",
        "x86_64",
        "aurora-postgresql",
        "none",
        "https",
        "a b",
        "src/jobs/a.js"
      })
  void whatIsTextToEveryReaderIsNot(String text) {
    assertThat(Quoting.text(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyTextComesBack(long seed) throws IOException {
    Random random = new Random(seed);
    String marks =
        "abz019 :-?*&!|>%@`\"'#~{}[],\\\n\r\t<=._/\u0000\u0007\u0085\u00A0\u2028\uFEFFé\uD83D\uDE00";
    for (int i = 0; i < 200; i++) {
      StringBuilder made = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        int at = random.nextInt(marks.codePointCount(0, marks.length()));
        made.appendCodePoint(marks.codePointAt(marks.offsetByCodePoints(0, at)));
      }
      String text = made.toString();
      String spelled = Quoting.text(text);
      for (String yaml : new String[] {"  a: " + spelled + "\n", "  {a: " + spelled + "}\n"}) {
        Result.Loaded loaded = Projects.loaded(root, Projects.DEV + "data:\n parameters:\n" + yaml);
        assertThat(loaded.stated().all(Parameter.class).get(0).value())
            .as("seed %d: %s", seed, spelled)
            .isEqualTo(text);
      }
    }
  }

  @Test
  void keysAreQuotedLikeTexts() throws IOException {
    Result.Loaded loaded =
        Projects.loaded(root, Projects.DEV + "tags: {\"a: b\": x, \"1\": y, \"on\": z, \"\": w}\n");
    assertThat(Show.yaml(loaded.stated(), loaded.sources()))
        .contains("  \"a: b\": x ", "  \"1\": \"y\" ", "  \"on\": z ", "  \"\": w ");
  }
}
