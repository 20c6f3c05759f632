package io.terraplen.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.hcl.Token.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {

  @Test
  void cutsCode() {
    assertThat(lex("a-b = [1.5e3, x.*.y...] # end\n"))
        .containsExactly(
            "IDENTIFIER a-b",
            "PUNCTUATION =",
            "PUNCTUATION [",
            "NUMBER 1.5e3",
            "PUNCTUATION ,",
            "IDENTIFIER x",
            "PUNCTUATION .",
            "PUNCTUATION *",
            "PUNCTUATION .",
            "IDENTIFIER y",
            "PUNCTUATION ...",
            "PUNCTUATION ]",
            "COMMENT # end",
            "NEWLINE \n",
            "END ");
  }

  @Test
  void cutsNestedTemplates() {
    assertThat(lex("\"$${no}${~ f(\"%{ if a }}%{endif}\", {}) ~}\""))
        .containsExactly(
            "QUOTE_OPEN \"",
            "TEXT $${no}",
            "INTERPOLATION ${~",
            "IDENTIFIER f",
            "PUNCTUATION (",
            "QUOTE_OPEN \"",
            "DIRECTIVE %{",
            "IDENTIFIER if",
            "IDENTIFIER a",
            "TEMPLATE_END }",
            "TEXT }",
            "DIRECTIVE %{",
            "IDENTIFIER endif",
            "TEMPLATE_END }",
            "QUOTE_CLOSE \"",
            "PUNCTUATION ,",
            "PUNCTUATION {",
            "PUNCTUATION }",
            "PUNCTUATION )",
            "TEMPLATE_END ~}",
            "QUOTE_CLOSE \"",
            "END ");
  }

  @Test
  void cutsHeredocs() {
    assertThat(lex("<<-EOT\n EOT no\n${x}EOT\n  EOT \n1"))
        .containsExactly(
            "HEREDOC_OPEN <<-EOT\n",
            "TEXT  EOT no\n",
            "INTERPOLATION ${",
            "IDENTIFIER x",
            "TEMPLATE_END }",
            "TEXT EOT\n",
            "HEREDOC_CLOSE   EOT ",
            "NEWLINE \n",
            "NUMBER 1",
            "END ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$${a}       | $${a}",
        "%%{a}       | %%{a}",
        "$5 100%     | $5 100%",
        "\\\"q\\\"   | \\\"q\\\"",
        "\\\\        | \\\\",
        "$$          | $$",
      })
  void readsLiteralText(String text, String token) {
    assertThat(lex("\"" + text + "\""))
        .containsExactly("QUOTE_OPEN \"", "TEXT " + token, "QUOTE_CLOSE \"", "END ");
  }

  @Test
  void tellsWhereTokensStand() {
    List<Token> tokens = Lexer.lex("a = \"\ud83d\udc4d\" b\n  c");
    assertThat(tokens.get(5)).isEqualTo(new Token(Kind.IDENTIFIER, "b", 9, 1, 9));
    assertThat(tokens.get(7)).isEqualTo(new Token(Kind.IDENTIFIER, "c", 13, 2, 3));
  }

  @Test
  void aQuoteLeftOpenEndsWithItsLine() {
    assertThat(lex("a = \"x\nb"))
        .containsExactly(
            "IDENTIFIER a",
            "PUNCTUATION =",
            "QUOTE_OPEN \"",
            "TEXT x",
            "INVALID ",
            "NEWLINE \n",
            "IDENTIFIER b",
            "END ");
  }

  /** Whatever the source, its tokens and the white space between them are the source. */
  @Test
  void losesNothing() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder source = new StringBuilder(RandomHcl.program(seed));
      for (int i = random.nextInt(10); i > 0 && seed % 2 == 1; i--) {
        int changed = random.nextInt(source.length());
        source.setCharAt(changed, "{}\"$%\n\r\\~<'\ud83d".charAt(random.nextInt(12)));
      }
      int at = 0;
      StringBuilder joined = new StringBuilder();
      for (Token token : Lexer.lex(source.toString())) {
        String between = source.substring(at, token.start());
        assertThat(between).as("seed %d", seed).isBlank().doesNotContain("\n");
        joined.append(between).append(token.text());
        at = token.end();
      }
      assertThat(joined).as("seed %d", seed).hasToString(source.toString());
    }
  }

  private static List<String> lex(String source) {
    return Lexer.lex(source).stream().map(token -> token.kind() + " " + token.text()).toList();
  }
}
