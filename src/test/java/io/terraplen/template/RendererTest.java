package io.terraplen.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RendererTest {

  private static final String EVIL = "x\"\n}\nresource \"a\" \"b\" {} # ${var.x} %{if true}";

  private enum Launch {
    FARGATE
  }

  private record View(
      Pointer at,
      String text,
      int count,
      BigDecimal share,
      boolean on,
      Launch launch,
      Ref ref,
      Address address,
      Optional<String> present,
      Optional<String> absent,
      @Nullable String nothing,
      List<String> items,
      Map<String, String> tags) {}

  private static View view(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("zebra", "1");
    tags.put("ant", "2");
    return new View(
        Pointer.parse("app.routes.\"/api/*\""),
        text,
        65536,
        new BigDecimal("0.50"),
        true,
        Launch.FARGATE,
        new Wiring().from("app").ref(Address.resource("app", "aws_lb", "main"), "arn"),
        Address.resource("app", "aws_lb", "main"),
        Optional.of("here"),
        Optional.empty(),
        null,
        List.of("a", "b"),
        tags);
  }

  static String render(String template, Object view) {
    return new Renderer(path -> Optional.of(new TemplateSource.Source("t.ftl", template)))
        .render("t", view);
  }

  private static String render(String template) {
    return render(template, view("text"));
  }

  private static TemplateFailure failure(String template, Object view) {
    return catchThrowableOfType(TemplateFailure.class, () -> render(template, view));
  }

  private static TemplateFailure failure(String template) {
    return failure(template, view("text"));
  }

  @Test
  void showsEveryKindOfValue() {
    assertThat(
            render(
                """
                # [=at]
                a = "[=text]"
                b = [=count]
                c = [=share]
                d = [=on]
                e = "[=launch]"
                f = [=ref]
                g = "${[=ref]}/[=count]-[=on]"
                h = "[=address] [=address.type] [=address.label]"
                i = [[=ref]]
                j = "${var.x}" # [=ref] [=text] [=count]
                """))
        .isEqualTo(
            """
            # app.routes."/api/*"
            a = "text"
            b = 65536
            c = 0.5
            d = true
            e = "FARGATE"
            f = aws_lb.main.arn
            g = "${aws_lb.main.arn}/65536-true"
            h = "module.app.aws_lb.main aws_lb main"
            i = [aws_lb.main.arn]
            j = "${var.x}" # aws_lb.main.arn text 65536
            """);
  }

  @Test
  void listsKeepTheirOrderAndPresenceIsAsked() {
    assertThat(
            render(
                """
                <#-- a comment -->
                <#list tags as key, value>
                "[=key]" = "[=value]"
                </#list>
                x = [<#list items as item>"[=item]"<#sep>, </#list>]
                <#if present??>
                present = "[=present]"
                </#if>
                <#if absent??>
                absent = true
                <#else>
                absent = false
                </#if>
                <#if !nothing??>
                nothing = true
                </#if>
                <#if !on>
                off = true
                </#if>
                """))
        .isEqualTo(
            """
            "zebra" = "1"
            "ant" = "2"
            x = ["a", "b"]
            present = "here"
            absent = false
            nothing = true
            """);
  }

  @Test
  void linesOfWindowsBecomeLines() {
    assertThat(render("a = 1\r\nb = [=count]\r\n")).isEqualTo("a = 1\nb = 65536\n");
  }

  @Test
  void forgottenQuoteFailsAtItsLine() {
    TemplateFailure failure = failure("a {\n  name = [=text]\n}\n", view("preprod"));
    assertThat(failure.pos()).isEqualTo(Pos.of("t.ftl", 2, 10, 0));
    assertThat(failure.reason())
        .isEqualTo("the text `preprod` stands outside quotes: quote the hole");
  }

  @Test
  void textFailsInAnInterpolation() {
    assertThat(failure("a = \"x-${[=text]}\"\n").reason()).contains("stands within `${}`");
    assertThat(failure("a = \"x-${upper({a = 1}) + [=text]}\"\n").reason())
        .contains("stands within `${}`");
    assertThat(failure("a = \"%{if [=text]}x%{endif}\"\n").reason()).contains("stands within");
  }

  @Test
  void quotesWithinAnInterpolationAreQuotes() {
    assertThat(render("a = \"x-${f({a = \"[=text]\"}, [=ref])}-[=text]\"\n", view("\"")))
        .isEqualTo("a = \"x-${f({a = \"\\\"\"}, aws_lb.main.arn)}-\\\"\"\n");
  }

  @Test
  void referenceInQuotesIsRefused() {
    assertThat(failure("a = 1\nb = \"[=ref]\"\n").getMessage())
        .isEqualTo(
            "t.ftl:2:6: the reference `aws_lb.main.arn` stands in quotes: leave them out, "
                + "or write `${[=x]}`");
    assertThat(failure("b = \"$${[=ref]}\"\n").reason()).contains("stands in quotes");
  }

  @Test
  void textInACommentStaysThere() {
    String line = render("# [=text]\na = 1\n", view(EVIL + "\r\u2028\u0085"));
    assertThat(line.lines()).hasSize(2);
    assertThat(line).startsWith("# x\"\\u000a}").endsWith("\\u000d\\u2028\\u0085\na = 1\n");
  }

  @Test
  void quotesInACommentDoNotQuote() {
    assertThat(failure("# it's 5\" wide\na = [=text]\n").pos().line()).isEqualTo(2);
    assertThat(failure("a = \"# not a comment\"\nb = [=text]\n").pos().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = <<EOT\n[=text]\nEOT\n",
        "a = <<-EOT\n[=text]\nEOT\n",
        "/* [=text] */\n",
        "// [=text]\n",
        "a = \"open\nb = \"[=text]\"\n",
        "a = \"[=text]",
        "a = \"$$${[=text]}\"",
        "a = \"\\[=text]\"",
      })
  void readingThatWouldBeUnclearIsRefused(String template) {
    assertThatThrownBy(() -> render(template)).isInstanceOf(TemplateFailure.class);
  }

  @Test
  void offenceInTheTemplatesOwnTextIsFoundAtItsLine() {
    TemplateFailure failure = failure("<#if on>\na = [=count]\nb = 2\nc = <<EOT\n</#if>\n");
    assertThat(failure.getMessage())
        .isEqualTo(
            "t.ftl:4:1: a template has no heredocs: write `jsonencode({...})` or `file(...)`");
  }

  /** Ways around the writer: kept shut even where nobody ran {@link TemplateDirectives}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#assign x>[=text]</#assign>a",
        "<#assign x>b = 1</#assign>[=x]",
        "<#assign x>b = 1</#assign>\"[=x]\"",
        "<#macro m>[=text]</#macro><@m/>",
        "[=text?no_esc]",
        "\"[=text?no_esc]\"",
        "[=text?esc]",
        "[=text?esc?markup_string]",
        "\"[=text?esc + text?esc]\"",
        "<#noautoesc>\"[=text]\"</#noautoesc>",
        "<#autoesc>[=text]</#autoesc>",
        "<#outputformat 'plainText'>\"[=text]\"</#outputformat>",
        "<#outputformat 'undefined'>\"[=text]\"</#outputformat>",
        "<#outputformat 'undefined'>\"[=ref]\"</#outputformat>",
        "<#outputformat 'HTML'>\"[=text]\"</#outputformat>",
        "<#ftl output_format='plainText'>\"[=text]\"",
        "<#ftl output_format='undefined'>\"[=text]\"",
        "<#ftl auto_esc=false>\"[=text]\"",
        "<#attempt>b = 1<#recover></#attempt>",
        "<#compress>\"[=text]\"</#compress>",
        "<#escape x as x?no_esc>\"[=text]\"</#escape>",
        "[=text?interpret]",
        "<@text?interpret/>",
        "<#include 'other'>",
        "<#import 'other' as o>",
        "[='freemarker.template.utility.Execute'?new()('id')]",
        "[=text?api.length()]",
        "[=text.class]",
        "\"[=text.class]\"",
        "\"[=address.getClass()]\"",
        "\"[=address.class.name]\"",
        "\"[=items.size()]\"",
        "\"[=.data_model.class]\"",
        "\"[=count + 1]\"",
        "[=count * 2]",
        "[=.now]",
        "[=items]",
        "\"[=items]\"",
        "\"[=tags]\"",
        "\"[=absent]\"",
        "[=unknown]",
        "<#if text></#if>",
        "<#if absent></#if>",
        "<#list text as x></#list>",
        "<#list absent as x></#list>",
        "<#if on>",
        "[=text",
        "</#list>",
      })
  void whatATemplateMayNotDoFails(String template) {
    TemplateFailure failure = failure("x = 1\n" + template + "\n", view(EVIL));
    assertThat(failure).as(template).isNotNull();
    assertThat(failure.pos().file()).isEqualTo("t.ftl");
    assertThat(failure.pos().line()).isBetween(2, 3);
    assertThat(failure.reason()).doesNotContain("\n", "freemarker", "Exception", "FTL");
  }

  /** {@code <#attempt>} swallows a refusal, but what was refused does not come out. */
  @Test
  void attemptLetsNoTextThrough() {
    assertThat(render("<#attempt>[=text]<#recover></#attempt>", view(EVIL))).isEmpty();
    assertThat(render("<#attempt>\"[=text]\"<#recover></#attempt>", view(EVIL))).isEmpty();
  }

  @Test
  void partsOfTextAreExplained() {
    assertThat(failure("[=text.size]").reason()).isEqualTo("`text` has no parts");
    assertThat(failure("[=items]").reason()).startsWith("`items` has parts: a hole takes text");
  }

  @Test
  void evilTextComesOutInert() {
    assertThat(render("a = \"[=text]\"\n", view(EVIL)))
        .isEqualTo("a = \"x\\\"\\n}\\nresource \\\"a\\\" \\\"b\\\" {} # $${var.x} %%{if true}\"\n");
  }

  @Test
  void absentValueIsExplained() {
    assertThat(failure("a = 1\nb = \"[=nothing]\"\n").getMessage())
        .isEqualTo(
            "t.ftl:2:8: `nothing` is not in the view, or has no value here: "
                + "ask with `<#if nothing??>`");
  }

  @Test
  void missingTemplateIsNamed() {
    Renderer renderer = new Renderer(TemplateSource.packed());
    assertThatThrownBy(() -> renderer.render("none.ftl", view("x")))
        .hasMessage("none.ftl:1:1: there is no template `none.ftl`");
  }

  @Test
  void packedTemplatesAreFound() {
    assertThat(
            new Renderer(TemplateSource.packed())
                .render("engine-test/sample.tf.ftl", Map.of("name", "api")))
        .isEqualTo("# sample\nname = \"api\"\n");
  }

  @Test
  void viewsHoldOnlyWhatTemplatesMaySee() {
    assertThatThrownBy(() -> render("a = \"[=x]\"", Map.of("x", new StringBuilder())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
