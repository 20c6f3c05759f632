package io.terraplen.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {

  @Test
  void changesComeWithThreeLinesAround() {
    String before = numbers(1, 30);
    String after = before.replace("5\n6\n", "5\nfive and a half\n6\n").replace("\n20\n", "\n");

    assertThat(Difference.of("main.tf", before, after))
        .isEqualTo(
            """
            --- a/main.tf
            +++ b/main.tf
            @@ -3,6 +3,7 @@
             3
             4
             5
            +five and a half
             6
             7
             8
            @@ -17,7 +18,6 @@
             17
             18
             19
            -20
             21
             22
             23
            """);
  }

  @Test
  void contextsThatTouchMakeOneHunk() {
    String before = numbers(1, 12);

    assertThat(
            Difference.of("f", before, before.replace("\n3\n", "\nx\n").replace("\n10\n", "\ny\n")))
        .containsOnlyOnce("@@ -1,12 +1,12 @@")
        .contains("-3\n+x\n")
        .contains("-10\n+y\n");
    assertThat(
            Difference.of("f", before, before.replace("\n3\n", "\nx\n").replace("\n11\n", "\ny\n")))
        .contains("@@ -1,6 +1,6 @@")
        .contains("@@ -8,5 +8,5 @@");
  }

  @Test
  void newAndRemovedFilesComeFromAndGoToNowhere() {
    assertThat(Difference.of("f", null, "a\nb\n"))
        .isEqualTo("--- /dev/null\n+++ b/f\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    assertThat(Difference.of("f", "a\n", null))
        .isEqualTo("--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n");
    assertThat(Difference.of("f", null, "")).isEqualTo("--- /dev/null\n+++ b/f\n");
  }

  @Test
  void equalTextsHaveNone() {
    assertThat(Difference.of("f", "a\n", "a\n")).isEmpty();
    assertThat(Difference.of("f", null, null)).isEmpty();
  }

  @Test
  void aLastLineWithoutItsEndIsMarked() {
    assertThat(Difference.of("f", "a\nb", "a\nb\n"))
        .isEqualTo(
            """
            --- a/f
            +++ b/f
            @@ -1,2 +1,2 @@
             a
            -b
            \\ No newline at end of file
            +b
            """);
  }

  @Test
  void aMovedBlockDoesNotTearItsNeighboursApart() {
    String api = "resource \"api\" {\n  a = 1\n}\n";
    String web = "resource \"web\" {\n  a = 1\n}\n";

    assertThat(Difference.of("f", api + "\n" + web, web))
        .isEqualTo(
            """
            --- a/f
            +++ b/f
            @@ -1,7 +1,3 @@
            -resource "api" {
            -  a = 1
            -}
            -
             resource "web" {
               a = 1
             }
            """);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void applyingItGivesTheNewText(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      int words = 1 + random.nextInt(12);
      String before = text(random, random.nextInt(40), words);
      String after =
          random.nextBoolean() ? text(random, random.nextInt(40), words) : edited(random, before);
      String difference = Difference.of("f", before, after);

      assertThat(patched(before, difference)).as("seed %d, round %d", seed, i).isEqualTo(after);
    }
  }

  @Test
  void longTextsThatShareLittleStayCheap() {
    // No line is unique, so only the bound on edits keeps time and memory small.
    Random random = new Random(1);
    String before = text(random, 30_000, 2);
    String after = text(random, 30_000, 2);

    assertThat(patched(before, Difference.of("f", before, after))).isEqualTo(after);
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(n -> n + "\n").collect(Collectors.joining());
  }

  private static String text(Random random, int lines, int words) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      out.append("line ").append(random.nextInt(words)).append('\n');
    }
    if (!out.isEmpty() && random.nextInt(4) == 0) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private static String edited(Random random, String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int i = 0; i < 3 && !lines.isEmpty(); i++) {
      int at = random.nextInt(lines.size());
      switch (random.nextInt(3)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, "added");
        default -> lines.set(at, "changed");
      }
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** What {@code patch} does: follows the line numbers and insists on every old line. */
  private static String patched(String before, String difference) {
    List<String> old = new ArrayList<>(List.of(before.split("(?<=\n)")));
    old.removeIf(String::isEmpty);
    StringBuilder out = new StringBuilder();
    int at = 0;
    List<String> lines = difference.lines().toList();
    for (int i = 2; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean cut = i + 1 < lines.size() && lines.get(i + 1).startsWith("\\");
      String content = line.substring(1) + (cut ? "" : "\n");
      switch (line.charAt(0)) {
        case '@' -> {
          String[] range = line.substring(4, line.indexOf(' ', 4)).split(",", -1);
          int from =
              Integer.parseInt(range[0]) - (range.length == 2 && range[1].equals("0") ? 0 : 1);
          while (at < from) {
            out.append(old.get(at++));
          }
        }
        case '+' -> out.append(content);
        case '-' -> assertThat(old.get(at++)).isEqualTo(content);
        case ' ' -> {
          assertThat(old.get(at++)).isEqualTo(content);
          out.append(content);
        }
        default -> assertThat(line).isEqualTo("\\ No newline at end of file");
      }
    }
    while (at < old.size()) {
      out.append(old.get(at++));
    }
    return out.toString();
  }
}
