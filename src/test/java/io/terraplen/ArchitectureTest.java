package io.terraplen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the table of packages in ARCHITECTURE.md. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.terraplen");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text | ",
        "finding | text",
        "hcl | text",
        "catalog | ",
        "model | text",
        "output | text",
        "derive | text model",
        "descriptor | text finding model",
        "rule | text finding model catalog derive hcl",
        "template | text finding model derive hcl",
        "schema | ",
        "proof | text finding hcl schema",
        "report | text finding",
        "cli | text finding report output proof root",
      })
  void usesOnlyWhatTheTableAllows(String name, String allowed) {
    String[] own =
        Stream.concat(
                Stream.of(name),
                allowed == null ? Stream.of() : Arrays.stream(allowed.trim().split(" ", -1)))
            .flatMap(
                each ->
                    each.equals("root")
                        ? Stream.of("io.terraplen")
                        : Stream.of("io.terraplen." + each + ".."))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("io.terraplen." + name + "..")
        .should()
        .onlyDependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(own)
                .or(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                        "io.terraplen..")))
        .check(CLASSES);
  }

  @Test
  void rootIsUsedByTheCommandLineAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.terraplen", "io.terraplen.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.terraplen")
        .check(CLASSES);
  }

  @Test
  void ruleAreasStayApart() {
    slices().matching("io.terraplen.rule.(*)..").should().notDependOnEachOther().check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({
    "org.snakeyaml.., io.terraplen.descriptor..",
    "freemarker.., io.terraplen.template..",
    "org.apache.commons.cli.., io.terraplen.cli.."
  })
  void librariesStayWhereTheyAreWrapped(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({"text", "model", "finding", "derive", "rule"})
  void jacksonStaysOut(String name) {
    noClasses()
        .that()
        .resideInAPackage("io.terraplen." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void oneClassEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.terraplen.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }
}
