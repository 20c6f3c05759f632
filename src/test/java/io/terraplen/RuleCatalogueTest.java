package io.terraplen;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.catalog.Catalog;
import io.terraplen.descriptor.Golden;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.rule.Rule;
import io.terraplen.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A rule is its class, its line in the list, its fixtures and its page, all of one name; a page's
 * facts are those of the rule and its fixtures.
 */
class RuleCatalogueTest {

  private static final Path PAGES = Path.of("docs/rules");
  private static final String BEGIN = "<!-- generated -->\n";
  private static final String END = "<!-- /generated -->\n";

  @TempDir Path project;

  static List<Rule> rules() {
    return Rules.all(new Catalog());
  }

  static List<RuleInfo> infos() {
    return rules().stream().map(Rule::info).toList();
  }

  private static List<String> ids() {
    return infos().stream().map(RuleInfo::id).toList();
  }

  @Test
  void listIsSorted() {
    assertThat(ids()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void everyRuleHasFixturesAndTheReverse() throws IOException {
    assertThat(RuleFixture.rules()).isEqualTo(ids());
    for (String rule : ids()) {
      assertThat(RuleFixture.of(rule))
          .extracting(RuleFixture::name)
          .as(rule)
          .contains("bad", "good");
    }
  }

  @Test
  void everyRuleHasAPageAndTheReverse() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(
              pages.map(page -> page.getFileName().toString().replaceFirst("\\.md$", "")).sorted())
          .isEqualTo(ids());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void idIsTheClassName(Rule rule) {
    String name = rule.getClass().getSimpleName();
    assertThat(rule.info().id().replace("_", "")).isEqualTo(name.toLowerCase(Locale.ROOT));
    assertThat(rule.info().id()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  }

  @ParameterizedTest
  @MethodSource("infos")
  void titleIsShortAndPlain(RuleInfo rule) {
    assertThat(rule.title()).hasSizeLessThanOrEqualTo(60).doesNotEndWith(".");
    // A name in capitals may begin a title: "WAF", "RDS", "X86_64".
    assertThat(rule.title()).matches("(?s)([^A-Z]|[A-Z][A-Z0-9]).*");
  }

  @ParameterizedTest
  @MethodSource("infos")
  void pageTellsWhyAndWhen(RuleInfo rule) throws IOException {
    String page = Files.readString(PAGES.resolve(rule.id() + ".md"));
    assertThat(page).startsWith("# " + rule.id() + "\n");
    for (String heading : List.of("Why", "Who paid", "When to waive")) {
      assertThat(page).containsOnlyOnce("\n## " + heading + "\n\n");
    }
    boolean never = page.contains("\n## When to waive\n\nNever");
    assertThat(never)
        .as("only an error at every stage can never be waived")
        .isEqualTo(rule.alwaysError());
    assertThat(page).doesNotContain("\r");
  }

  @ParameterizedTest
  @MethodSource("infos")
  void pageHoldsTheRulesFacts(RuleInfo rule) throws IOException {
    Path page = PAGES.resolve(rule.id() + ".md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    assertThat(begin).as("where the facts begin").isPositive();
    assertThat(end).as("where the facts end").isGreaterThan(begin);
    Golden.check(
        page, text.substring(0, begin + BEGIN.length()) + facts(rule) + text.substring(end));
  }

  private String facts(RuleInfo rule) throws IOException {
    String title = rule.title();
    StringBuilder facts = new StringBuilder("\n");
    facts.append(title.substring(0, 1).toUpperCase(Locale.ROOT)).append(title.substring(1));
    facts.append(".\n\n");
    facts.append("| development | preproduction | production |\n| --- | --- | --- |\n");
    facts.append(
        Stream.of(rule.development(), rule.preproduction(), rule.production())
            .map(severity -> severity == Severity.SILENT ? "-" : severity.toString())
            .reduce("|", (row, word) -> row + " " + word + " |"));
    facts.append("\n\n## Example\n\n");
    for (RuleFixture example : RuleFixture.of(rule.id())) {
      if (example.name().equals("bad")) {
        show(example, facts);
        facts.append("\n```\n").append(example.print(project).stripTrailing()).append("\n```\n");
      }
    }
    facts.append("\n## Fix\n\n");
    for (RuleFixture example : RuleFixture.of(rule.id())) {
      if (example.name().equals("good")) {
        show(example, facts);
      }
    }
    return facts.append("\n").toString();
  }

  /** The files of an example, each named where there are several. */
  private static void show(RuleFixture example, StringBuilder out) throws IOException {
    Map<String, String> files = example.files();
    String between = "";
    for (Map.Entry<String, String> file : files.entrySet()) {
      out.append(between);
      if (files.size() > 1) {
        out.append('`').append(file.getKey()).append("`:\n\n");
      }
      String language = file.getKey().endsWith(".tf") ? "terraform" : "yaml";
      out.append("```").append(language).append('\n').append(file.getValue().stripTrailing());
      out.append("\n```\n");
      between = "\n";
    }
  }
}
