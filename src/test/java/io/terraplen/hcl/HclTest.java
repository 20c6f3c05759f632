package io.terraplen.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HclTest {

  private static Expression value(String source) {
    Hcl.Parsed parsed = Hcl.parse("x.tf", "x = " + source + "\n");
    assertThat(parsed.problems()).isEmpty();
    return parsed.body().value("x").orElseThrow();
  }

  /** The tree of an expression in brackets: what binds tighter stands deeper. */
  private static String tree(Expression expression) {
    String inside =
        expression.children().stream().map(HclTest::tree).collect(Collectors.joining(" "));
    if (expression instanceof Expression.Operation operation) {
      return "(" + operation.operator() + " " + inside + ")";
    } else if (expression instanceof Expression.Conditional) {
      return "(? " + inside + ")";
    } else if (expression instanceof Expression.Call call) {
      return call.function() + "(" + inside + (call.expands() ? "..." : "") + ")";
    } else if (expression instanceof Expression.Tuple) {
      return "[" + inside + "]";
    } else if (expression instanceof Expression.Mapping) {
      return "{" + inside + "}";
    } else if (expression instanceof Expression.For) {
      return "for(" + inside + ")";
    } else if (expression instanceof Expression.Text text) {
      return "'" + text.text() + "'";
    }
    return expression.asReference().or(expression::asText).orElse("<" + inside + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      value = {
        "1 + 2 * 3 ~ (+ 1 (* 2 3))",
        "(1 + 2) * 3 ~ (* <(+ 1 2)> 3)",
        "1 - 2 - 3 ~ (- (- 1 2) 3)",
        "a || b && !c ~ (|| a (&& b (! c)))",
        "-x > 1e3 ~ (> (- x) 1000)",
        "a ? b : c ? d : e ~ (? a b (? c d e))",
        "a.b[0].c ~ a.b[0].c",
        "a.b[*].c ~ a.b[*].c",
        "a.*.c ~ a[*].c",
        "a.0.b ~ a.0.b",
        "a[\"k\"] ~ a[k]",
        "max([1, 2]...) ~ max([1 2]...)",
        "provider::aws::arn_parse(x) ~ provider::aws::arn_parse(x)",
        "[for k, v in m : k if v] ~ for(m k v)",
        "{ for k, v in m : k => v... } ~ for(m v k)",
        "{ a = 1, \"b\" : 2, (c) = 3 } ~ {a 1 b 2 <c> 3}",
        "\"a${b}c\" ~ <'a' b 'c'>",
        "\"a${\"b${c}\"}\" ~ <'a' <'b' c>>",
        "\"$${x} %%{y} \\u00e9 \\\"q\\\"\" ~ ${x} %{y} é \"q\"",
        "\"%{ if a }x%{ endif }\" ~ <<a> 'x' <>>",
        "[a, b,] ~ [a b]",
        "/* c */ 1 ~ 1",
      })
  void expressionsBindAsInTerraform(String source, String tree) {
    assertThat(tree(value(source))).isEqualTo(tree);
  }

  @Test
  void bracketsSpanLinesAndObjectsAreSeparatedByThem() {
    assertThat(
            tree(
                value(
                    """
                    merge(
                      a, # one
                      {
                        b = 1 # two
                        # three
                        c = [
                          2,
                          3
                        ]
                      }
                    )\
                    """)))
        .isEqualTo("merge(a {b 1 c [2 3]})");
  }

  @Test
  void heredocsAreText() {
    assertThat(value("<<-EOT\n  a ${b}\n  c\n  EOT").children()).hasSize(4);
    assertThat(value("<<EOT\nplain\nEOT").asText()).contains("plain\n");
  }

  @Test
  void blocksKnowTheirCommentsLabelsAndPlace() {
    Hcl.Parsed parsed =
        Hcl.parse(
            "m.tf",
            """
            # far away

            # app.services.api
            # second line
            resource "aws_ecs_service" "api" { # here
              load_balancer { # app.sites.web.routes."/api/*"
                container_port = 1
              }
            }
            """);
    assertThat(parsed.problems()).isEmpty();
    Body.Block block = parsed.body().blocks("resource").get(0);
    assertThat(block.labels()).containsExactly("aws_ecs_service", "api");
    assertThat(block.comments()).containsExactly("app.services.api", "second line");
    assertThat(block.headerComment()).isEqualTo("here");
    assertThat(block.pos()).hasToString("m.tf:5:1");
    Body.Block inner = block.body().blocks("load_balancer").get(0);
    assertThat(inner.headerComment()).isEqualTo("app.sites.web.routes.\"/api/*\"");
    assertThat(inner.body().value("container_port").orElseThrow().asText()).contains("1");
  }

  @Test
  void oneFileTellsSeveralMistakesAndKeepsTheRest() {
    Hcl.Parsed parsed =
        Hcl.parse(
            "x.tf",
            """
            a = = 1
            resource "x" "y" {
              b = [1, 2
            }
            c = 3
            d = "open
            e = 5 6
            }
            f = 7
            """);
    assertThat(parsed.problems())
        .extracting(each -> each.pos().line() + ": " + each.message())
        .contains(
            "1: expected a value, got `=`",
            "4: expected a comma or `]` in a list, got `}`",
            "6: the quote of line 6 is not closed",
            "7: expected the end of the line after the argument `e`, got `6`",
            "8: expected a block or an argument, got `}`");
    assertThat(parsed.body().value("f").orElseThrow().asText()).contains("7");
  }

  @Test
  void depthIsRefusedNotOverflowed() {
    for (String open : List.of("[", "(", "{ a = ", "!", "f(", "\"${")) {
      Hcl.Parsed parsed = Hcl.parse("x.tf", "x = " + open.repeat(50_000));
      assertThat(parsed.problems()).as(open).isNotEmpty();
    }
    assertThat(Hcl.parse("x.tf", "b {\n".repeat(50_000)).problems()).isNotEmpty();
  }

  @Test
  void whateverIsBrokenNothingIsThrownAndNothingHangs() throws IOException {
    Random random = new Random(7);
    List<String> sources;
    try (Stream<Path> files = Files.walk(Path.of("generated"))) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".tf"))
              .sorted()
              .map(HclTest::read)
              .toList();
    }
    assertThat(sources).isNotEmpty();
    String alphabet = "{}[]()\"$%#/*=,.:?!<>&|-+~\\\n ab1<<EOT";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(sources.get(random.nextInt(sources.size())));
      for (int edits = random.nextInt(4) + 1; edits > 0 && text.length() > 1; edits--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
          default -> text.setLength(at);
        }
      }
      String source = text.toString();
      Hcl.Parsed parsed = Hcl.parse("x.tf", source);
      assertThat(parsed.problems()).allMatch(each -> each.pos().line() >= 1);
      assertThat(Formatter.format(source)).isNotNull();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void generatedTreesAreRead() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("generated"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".tf")).toList()) {
        assertThat(Hcl.parse(file.toString(), Files.readString(file)).problems()).isEmpty();
      }
    }
  }
}
