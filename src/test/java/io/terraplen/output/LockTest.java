package io.terraplen.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.text.Pointer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockTest {

  private static final FileSet FILES =
      FileSet.of(Map.of("main.tf", "", "modules/app/services.tf", "abc"));

  private static final Lock LOCK =
      Lock.of(
          "terraplen 0.1.0",
          Map.of(
              "environments/preprod.yaml", Lock.digest("a"),
              "environments/base/base.yaml", Lock.digest("b")),
          FILES,
          Map.of(
              "module.app.aws_ecs_service.api",
              Pointer.parse("app.services.api"),
              "module.app.aws_lb_listener_rule.api",
              Pointer.parse("app.sites.web.routes.\"/api/*\"")));

  @Test
  void eachEntryHasALineOfItsOwnInOrder() {
    assertThat(LOCK.text())
        .isEqualTo(
            """
            {
              "tool": "terraplen 0.1.0",
              "inputs": {
                "environments/base/base.yaml": "sha256:3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
                "environments/preprod.yaml": "sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
              },
              "files": {
                "main.tf": "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "modules/app/services.tf": "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
              },
              "addresses": {
                "module.app.aws_ecs_service.api": "app.services.api",
                "module.app.aws_lb_listener_rule.api": "app.sites.web.routes.\\"/api/*\\""
              }
            }
            """);
  }

  @Test
  void whatIsWrittenIsRead() {
    Lock odd = Lock.of("t", Map.of("entornos/producción \"1\".yaml", "x"), FileSet.EMPTY, Map.of());

    assertThat(Lock.read(LOCK.text())).contains(LOCK);
    assertThat(Lock.read(odd.text())).contains(odd);
  }

  @Test
  void theLockIsNotAmongItsFiles() {
    FileSet files = LOCK.addTo(FILES);

    assertThat(files.content(Lock.FILE)).contains(LOCK.text());
    assertThat(Lock.of("t", Map.of(), files, Map.of()).files())
        .containsOnlyKeys(FILES.files().keySet());
  }

  @Test
  void aNewerVersionMaySayMore() {
    String more = LOCK.text().replace("  \"files\"", "  \"later\": {\"x\": [1, {}]},\n  \"files\"");

    assertThat(Lock.read(more)).contains(LOCK);
  }

  @Test
  void anUnfinishedMergeIsNoLock() {
    String merged =
        LOCK.text()
            .replace(
                "    \"main.tf\"",
                "<<<<<<< HEAD\n    \"main.tf\": \"x\",\n=======\n    \"main.tf\"");

    assertThat(Lock.read(merged)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"tool\": \"t\"",
        "{\"tool\": 1}",
        "{\"tool\": \"t\"} {}",
        "{\"tool\": \"t\", \"files\": {\"a\": \"1\", \"a\": \"2\"}}",
        "{\"tool\": \"t\", \"files\": {\"a\": 1}}",
        "{\"tool\": \"t\", \"files\": [\"a\"]}",
        "{\"tool\": \"t\", \"files\": {\"../a\": \"1\"}}",
        "{\"tool\": \"t\", \"files\": {\"terraplen.lock.json\": \"1\"}}",
        "{\"tool\": \"t\", \"addresses\": {\"a\": \"b..c\"}}"
      })
  void whatIsNotAWholeLockIsNone(String text) {
    assertThat(Lock.read(text)).isEmpty();
  }
}
