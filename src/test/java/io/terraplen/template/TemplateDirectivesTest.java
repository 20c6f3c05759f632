package io.terraplen.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateDirectivesTest {

  /** The list: what a template may hold, each once. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#list things as thing>[=thing]<#sep>, </#list>",
        "<#list things as thing>[=thing]<#sep>, </#sep></#list>",
        "<#list a.b as key, value></#list>",
        "<#list things as thing><#else>none</#list>",
        "<#if flag></#if>",
        "<#if !flag><#else></#if>",
        "<#if a.b??></#if>",
        "<#if !a.b??></#if>",
        "<#-- <#assign x = 1> [=x?no_esc] -->",
        "[=a.b.c]",
        "[ [=a] ]",
        "${var.x} $${y} %{ if true }",
        "a < b ? c : d[0]",
      })
  void mayStandInATemplate(String template) {
    assertThat(TemplateDirectives.check("t.ftl", template)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#assign x = 1>",
        "<#local x = 1>",
        "<#global x = 1>",
        "<#macro m></#macro>",
        "<@m/>",
        "<#function f()></#function>",
        "<#include 'x'>",
        "<#import 'x' as y>",
        "<#ftl auto_esc=false>",
        "<#noautoesc>",
        "<#outputformat 'HTML'>",
        "<#escape x as x?html>",
        "<#noescape>",
        "<#attempt>",
        "<#compress>",
        "<#noparse>",
        "<#switch x>",
        "<#elseif x>",
        "<#items as x>",
        "<#t>",
        "<# if x>",
        "<#if a && b>",
        "<#if a?? && b??>",
        "<#if a == b>",
        "<#if a gt 1>",
        "<#if !!a>",
        "<#if a?has_content>",
        "<#if (a)>",
        "<#if a!false>",
        "<#list 1..3 as i>",
        "<#list a?sort as b>",
        "<#list a>",
        "<#list [1, 2] as x>",
        "<#sep x>",
        "<#else x>",
        "</#else>",
        "[=a + 1]",
        "[=a?no_esc]",
        "[=a!'x']",
        "[=a!]",
        "[='x']",
        "[=1]",
        "[=a[0]]",
        "[=a.b()]",
        "[=.now]",
        "[=]",
        "[=a",
        "<#if a",
        "<#-- open",
      })
  void mayNotStandInATemplate(String template) {
    List<TemplateDirectives.Problem> problems =
        TemplateDirectives.check("t.ftl", "a = 1\n  " + template + "\n");
    assertThat(problems).isNotEmpty();
    assertThat(problems.get(0).pos()).hasToString("t.ftl:2:3");
  }

  @Test
  void allProblemsAreNamedWithTheirPlaces() {
    assertThat(TemplateDirectives.check("t.ftl", "<#assign x = 1>\n\né [=x?c] <#if a == b>\n"))
        .extracting(problem -> problem.pos() + ": " + problem.message())
        .containsExactly(
            "t.ftl:1:1: `<#assign>` has no place in a template: "
                + "there are `list`, `sep`, `if` and `else`",
            "t.ftl:3:3: `[=x?c]` does more than name a value: decide it in the view",
            "t.ftl:3:10: `<#if>` takes a flag or a presence, `x`, `!x` or `x??`: "
                + "decide the rest in the view");
  }

  @Test
  void ourOwnTemplatesKeepToTheList() throws IOException {
    List<TemplateDirectives.Problem> problems = new ArrayList<>();
    for (Path file : templates()) {
      problems.addAll(TemplateDirectives.check(file.toString(), Files.readString(file)));
    }
    assertThat(problems).isEmpty();
  }

  private static List<Path> templates() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : List.of(Path.of("templates"), Path.of("src/test/resources/templates"))) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> found = Files.walk(root)) {
          found.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
      }
    }
    assertThat(files).as("no template is found").isNotEmpty();
    return files;
  }
}
