package io.terraplen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class JsonSchemaTest {

  private static final Path FIXTURES = Path.of("src/test/resources/descriptor");

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonSchema.text(), InputFormat.JSON);

  /** As an editor does: YAML's own types, then the schema. */
  private static List<Error> validate(String yaml) {
    Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.validate(Json.write(value), InputFormat.JSON);
  }

  @Test
  void theCommittedFileIsTheModels() throws IOException {
    Golden.check(Path.of("schema/environment.schema.json"), JsonSchema.text());
  }

  @Test
  void editorsCanReadEveryPattern() {
    assertThat(JsonSchema.text()).doesNotContain("(?i", "(?s", "(?m", "(?x", "(?<", "\\\\Q", "++)");
  }

  @Test
  void itAcceptsWhatLoads() throws IOException {
    int accepted = 0;
    for (String file :
        List.of(
            "full/environments/preprod.yaml",
            "extends/environments/dev.yaml",
            "extends/environments/shared/common.yaml",
            "like/environments/dev.yaml",
            "extends_refused/environments/allowed.yaml",
            "full/preprod.show",
            "extends/dev.show",
            "like/dev.show",
            "text_as_written/dev.show")) {
      assertThat(validate(Files.readString(FIXTURES.resolve(file)))).as(file).isEmpty();
      accepted++;
    }
    assertThat(accepted).isEqualTo(9);
  }

  @Test
  void itAcceptsThisProjectsDescriptors() throws IOException {
    for (String file : List.of("preprod.yaml", "prod.yaml")) {
      assertThat(validate(Files.readString(Path.of("environments", file)))).as(file).isEmpty();
    }
  }

  /** What is replaced in a good descriptor, by what, and a part of the error. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "system: iadvisors-bayer | sytem: iadvisors-bayer | sytem",
        "system: iadvisors-bayer | system: Iadvisors | pattern",
        "stage: preproduction | stage: preprod | enumeration",
        "account: \"741448945431\" | account: \"7414\" | pattern",
        "cidr: 10.20.0.0/16 | cidr: 10.20.0.0/33 | pattern",
        "cidr: 10.20.0.0/16 | name: x | cidr",
        "zones: 2 | zones: 9 | maximum",
        "zones: 2 | zones: {count: 2, names: [a]} | not",
        "zones: 2 | zones: {} | required",
        "nat: single | nat: [single] | null",
        "instances: 2 | instances: two | integer",
        "instances: 2 | instances: \"2\" | integer",
        "instances: 2 | instances: 0 | minimum",
        "min: 0.5 | min: [1] | number",
        "of: [database.aurora] | of: [service.aurora] | pattern",
        "of: [database.aurora] | of: [aurora] | pattern",
        "uploads: {expire_after_days: 7} | Uploads: {expire_after_days: 7} | pattern",
        "uploads: {expire_after_days: 7} | uploads: {expire_after_day: 7} | expire_after_day",
        "image: {repository: api, | image: {repositry: api, | repositry",
        "health: /health | health: health | pattern",
        "port: 5001 | port: 50010000 | maximum",
        "bucket: frontend | spa_bucket: frontend | bucket",
        "spa: true | spa: yes | boolean",
        "until: 2027-01-31 | until: tomorrow | pattern",
        "until: 2027-01-31 | unless: 2027-01-31 | until",
        "dashboard: {} | dashboard: [] | array"
      })
  void itRefusesWhatDoesNot(String good, String bad, String says) throws IOException {
    String text = Files.readString(FIXTURES.resolve("full/environments/preprod.yaml"));
    assertThat(text).contains(good);
    List<Error> errors = validate(text.replace(good, bad));
    assertThat(errors).isNotEmpty();
    assertThat(errors.toString()).contains(says);
  }

  @Test
  void nothingIsRequiredOfAFileThatExtendsAnother() {
    assertThat(validate("environment: dev\napp: {services: {api: {}}}\n")).isNotEmpty();
    assertThat(validate("extends: base.yaml\napp: {services: {api: {}}}\n")).isEmpty();
    assertThat(validate("extends: base.yaml\napp: {services: {api: {cpus: 1}}}\n")).isNotEmpty();
  }

  @Test
  void nullPassesForEveryKey() throws IOException {
    String text = Files.readString(FIXTURES.resolve("full/environments/preprod.yaml"));
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      String key = colon < 0 ? "" : line.substring(0, colon).trim();
      if (key.matches("[a-z_]+") && line.length() > colon + 1) {
        String changed = text.replace(line + "\n", line.substring(0, colon) + ": null\n");
        assertThat(validate(changed)).as(key).isEmpty();
      }
    }
  }
}
