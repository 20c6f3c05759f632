package io.terraplen.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static final RuleInfo RULE = RuleInfo.error("some_rule", "something");
  private static final Pointer AT = Pointer.parse("data.key");

  private static Finding finding(int column, int width) {
    return RULE.finding(AT, "it is wrong").withPos(Pos.of("a.yaml", 1, column, width));
  }

  private static String print(String line, Finding... findings) {
    return new TextReport(file -> List.of(line), /* color= */ false).print(List.of(findings));
  }

  @Test
  void nothingIsSaidOfNothing() {
    assertThat(print("x")).isEmpty();
  }

  @Test
  void theCaretStandsBelowTheValueAndTheFixBelowThat() {
    assertThat(print("key: \"v\"", finding(6, 3).hint("because").fix("\"w\"")))
        .isEqualTo(
            """
            a.yaml:1:6: error: it is wrong  [some_rule]
                1 | key: "v"
                  |      ^^^ because
              fix: key: "w"     gen explain some_rule

            1 error
            """);
  }

  @Test
  void tabsStayAndWideCharactersTakeTwoColumns() {
    assertThat(print("\ta: 日本 x", finding(8, 1))).contains("      | \t        ^\n");
    assertThat(print("a: 日本", finding(4, 2))).contains("      |    ^^^^\n");
  }

  @Test
  void aLongLineIsCutAroundTheCaret() {
    String report = print("x".repeat(500) + "HERE" + "y".repeat(500), finding(501, 4));
    assertThat(report).contains("HERE").contains("^^^^");
    assertThat(report.lines()).allMatch(line -> line.length() < 120);
    List<String> lines = report.lines().toList();
    assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("HERE"));
  }

  @Test
  void aFileThatCannotBeReadHasNoSnippet() {
    TextReport report = new TextReport(file -> List.of(), /* color= */ false);
    assertThat(report.print(List.of(finding(6, 3).hint("because"))))
        .isEqualTo(
            """
            a.yaml:1:6: error: it is wrong  [some_rule]
              because
              gen explain some_rule

            1 error
            """);
  }

  @Test
  void aSecretsLineIsNotShown() {
    assertThat(print("key: secret", finding(6, 6).withConfidentialSource()))
        .doesNotContain("secret\n");
  }

  @Test
  void aWaiverSaysWhoUntilWhenAndWhy() {
    Finding waived =
        finding(1, 1)
            .withSeverity(Severity.DANGER)
            .withWaived(
                new Finding.Waived(
                    "es un laboratorio,\nñandú", "platform", LocalDate.of(2027, 1, 31)));
    assertThat(print("x", waived))
        .isEqualTo(
            """
            a.yaml:1:1: waived danger: it is wrong  [some_rule]
              until 2027-01-31 by platform: es un laboratorio, ñandú

            1 waived
            """);
  }

  @Test
  void severitiesAreCountedFromTheWorst() {
    assertThat(
            print(
                "x",
                finding(1, 1).withSeverity(Severity.NOTE),
                finding(1, 1).withSeverity(Severity.WARNING),
                finding(1, 1).withSeverity(Severity.WARNING),
                finding(1, 1).withSeverity(Severity.DANGER)))
        .endsWith("\n1 danger, 2 warnings, 1 note\n");
  }

  @Test
  void colourIsThereOnlyWhenAskedFor() {
    TextReport coloured = new TextReport(file -> List.of("x"), /* color= */ true);
    assertThat(coloured.print(List.of(finding(1, 1)))).contains("\u001B[1;31merror\u001B[0m");
    assertThat(print("x", finding(1, 1))).doesNotContain("\u001B");
  }
}
