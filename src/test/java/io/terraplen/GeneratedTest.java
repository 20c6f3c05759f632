package io.terraplen;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.finding.Finding;
import io.terraplen.output.Comparison;
import io.terraplen.output.FileSet;
import io.terraplen.output.Target;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The committed trees are what the committed descriptors make; they are the goldens of everything.
 */
class GeneratedTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath();
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  static Stream<String> environments() {
    return new Workspace(PROJECT).environments().stream();
  }

  private static Terraplen.Checked check(String environment) {
    return new Terraplen(new Workspace(PROJECT), TODAY).check(List.of(environment)).get(0);
  }

  @ParameterizedTest
  @MethodSource("environments")
  void committedTreeIsCurrent(String environment) {
    FileSet wanted = check(environment).files().orElseThrow();
    String name = "generated/" + environment;
    Target target = new Target(PROJECT.resolve(name), name);
    if (Boolean.getBoolean("golden.update")) {
      target.replace(wanted, true);
    }
    Comparison comparison = target.compare(wanted);
    assertThat(target.difference(wanted)).isEmpty();
    assertThat(comparison.upToDate()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("environments")
  void nothingIsFoundThatIsNotWaived(String environment) {
    assertThat(check(environment).findings().stream().filter(each -> each.waived() == null))
        .extracting(Finding::rule, each -> each.pos().toString(), Finding::message)
        .isEmpty();
  }

  @Test
  void localeAndTimeZoneChangeNothing() {
    FileSet here = check("preprod").files().orElseThrow();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(check("preprod").files().orElseThrow().files()).isEqualTo(here.files());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
