package io.terraplen;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Derived;
import io.terraplen.descriptor.Descriptors;
import io.terraplen.descriptor.Result;
import io.terraplen.model.Defaults;
import io.terraplen.model.Environment;
import io.terraplen.text.Pos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a generated line back to the template's line that made it. */
class TemplateLineTest {

  @Test
  void everyBlockLeadsToTheLineOfItsTemplate() throws IOException {
    Derived derived = preprod();
    int found = 0;
    for (Map.Entry<String, String> file : Generator.generate(derived).files().files().entrySet()) {
      if (!file.getKey().endsWith(".tf")) {
        continue;
      }
      String[] lines = file.getValue().split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (lines[i].startsWith("resource \"")) {
          String type = lines[i].split("\"", -1)[1];
          Pos pos = Generator.templateLine(derived, file.getKey(), i + 1).orElseThrow();
          String line = Files.readAllLines(Path.of(pos.file())).get(pos.line() - 1);
          assertThat(line).as("%s:%d", file.getKey(), i + 1).contains("resource \"" + type + "\"");
          found++;
          break;
        }
      }
    }
    assertThat(found).isGreaterThan(15);
  }

  private static Derived preprod() {
    Result.Loaded loaded =
        (Result.Loaded) Descriptors.load(Path.of("").toAbsolutePath(), "environments/preprod.yaml");
    Environment effective = Defaults.apply(loaded.stated());
    return Derived.of(
        effective,
        new Catalog().regions().zonesByRegion().getOrDefault(effective.region(), List.of()));
  }
}
