package io.terraplen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.text.Pointer;
import io.terraplen.text.SourceMap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every written key and value has its place under the model's address. */
final class SourceMapTest {

  @TempDir Path root;

  private SourceMap sources() throws IOException {
    Projects.write(
        root,
        "environments/shared/base.yaml",
        """
        stage: development
        app:
          services:
            api:
              image: {repository: api, tag: v1}
              health: /health
              uses: [bucket.a]
        """);
    String text =
        Projects.DEV.replace("stage: development", "extends: shared/base.yaml")
            + """
            tags: {ñ: "é", b: x}
            data: {buckets: {a: {}}}
            app:
              jobs:
                report:
                  like: service.api
                  memory: 1024
                  logs: null
            """;
    return Projects.loaded(root, text).sources();
  }

  private static String place(SourceMap sources, String at) {
    return sources.resolve(Pointer.parse(at)).toString();
  }

  @Test
  void scalarsAreShownAtTheirValuesAndMappingsAtTheirKeys() throws IOException {
    SourceMap sources = sources();
    assertThat(place(sources, "system")).isEqualTo("environments/dev.yaml:1:9");
    assertThat(place(sources, "network")).isEqualTo("environments/dev.yaml:6:1");
    assertThat(place(sources, "network.cidr")).isEqualTo("environments/dev.yaml:6:17");
    assertThat(place(sources, "network.zones")).isEqualTo("environments/dev.yaml:6:1");
    assertThat(place(sources, "tags.\"ñ\"")).isEqualTo("environments/dev.yaml:7:11");
    assertThat(place(sources, "tags.b")).isEqualTo("environments/dev.yaml:7:19");
  }

  @Test
  void inheritedValuesKeepTheirPlace() throws IOException {
    SourceMap sources = sources();
    String base = "environments/shared/base.yaml";
    assertThat(place(sources, "stage")).isEqualTo(base + ":1:8");
    assertThat(place(sources, "extends")).isEqualTo("environments/dev.yaml:3:10");
    for (String component : new String[] {"app.services.api", "app.jobs.report"}) {
      assertThat(place(sources, component + ".image.tag")).isEqualTo(base + ":5:37");
      assertThat(place(sources, component + ".uses")).isEqualTo(base + ":7:7");
      assertThat(place(sources, component + ".uses[0]")).isEqualTo(base + ":7:14");
      assertThat(place(sources, component + ".uses[0].to")).isEqualTo(base + ":7:14");
    }
    assertThat(place(sources, "app.services.api.health")).isEqualTo(base + ":6:15");
    assertThat(place(sources, "app.services.api.health.path")).isEqualTo(base + ":6:15");
    assertThat(place(sources, "app.services.api.health.interval")).isEqualTo(base + ":6:7");
    assertThat(place(sources, "app.jobs.report.memory")).isEqualTo("environments/dev.yaml:13:15");
    assertThat(place(sources, "app.jobs.report.cpu")).isEqualTo("environments/dev.yaml:11:5");
    assertThat(place(sources, "app.jobs.report.logs")).isEqualTo("environments/dev.yaml:14:13");
  }

  @Test
  void theFilesReadAreNamedNearestFirst() throws IOException {
    sources();
    Result.Loaded loaded = (Result.Loaded) Descriptors.load(root, "environments/dev.yaml");
    assertThat(loaded.inputs())
        .extracting(Input::file)
        .containsExactly("environments/dev.yaml", "environments/shared/base.yaml");
    assertThat(loaded.inputs()).allMatch(input -> input.sha256().matches("[0-9a-f]{64}"));
    assertThat(loaded.sources().file()).isEqualTo("environments/dev.yaml");
  }
}
