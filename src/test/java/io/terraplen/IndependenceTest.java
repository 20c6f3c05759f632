package io.terraplen;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.output.FileSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Adding, removing or reordering a component leaves every other resource as it was, but for what
 * its arrows touch and the shared resources that ARCHITECTURE.md names.
 */
class IndependenceTest {

  private static final String BASE =
      """
      system: demo
      environment: demo
      stage: development
      account: "123456789012"
      region: us-east-1
      network:
        cidr: 10.0.0.0/16
        zones: 2
      data:
        databases:
          main: {engine: aurora-postgresql, version: "15.13"}
        buckets:
          files: {}
          media: {expire_after_days: 3}
        secrets:
          token: {keys: [key]}
        parameters:
          flags: "on"
      app:
        services:
          api:
            image: {repository: api, tag: v1}
            port: 8080
            health: /health
            uses: [database.main, bucket.media, secret.token]
          web:
            image: {repository: web, tag: v1}
            port: 3000
            health: /
        jobs:
          seed:
            like: service.api
            command: [seed]
            seeds: database.main
          nightly:
            like: service.api
            command: [nightly]
            schedule: rate(1 day)
        sites:
          front:
            bucket: files
            spa: true
            routes: {/api/*: service.api}
        firewall: {}
        alarms: {notify: [email:ops@example.com]}
        dashboard: {}
      """;

  /** Blocks that several components share, or that only join modules. */
  private static final List<String> SHARED =
      List.of(
          "module.app.aws_cloudwatch_dashboard.main",
          "module.app.aws_sns_topic_policy.alarms",
          "module.network",
          "module.data",
          "module.app");

  @TempDir private Path folder;

  /** The blocks of a descriptor's Terraform by address, without white space. */
  private Map<String, String> blocks(String yaml) throws IOException {
    Path environments = Files.createDirectories(folder.resolve("environments"));
    Files.writeString(environments.resolve("demo.yaml"), yaml);
    Terraplen.Checked checked =
        new Terraplen(new Workspace(folder), GeneratedTest.TODAY).check(List.of("demo")).get(0);
    assertThat(checked.blocks(false)).as("%s", checked.findings()).isFalse();
    FileSet files = checked.files().orElseThrow();
    Map<String, String> blocks = new TreeMap<>();
    files
        .files()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".tf")) {
                split(path, text, blocks);
              }
            });
    return blocks;
  }

  /** Formatted text: a block begins at the margin and ends with a brace at the margin. */
  private static void split(String path, String text, Map<String, String> blocks) {
    String[] parts = path.split("/", -1);
    String module = parts.length > 2 ? "module." + parts[1] + "." : "";
    List<String> block = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (block.isEmpty() && !line.endsWith("{")) {
        continue;
      }
      block.add(line.replaceAll("\\s+", " ").strip());
      if (line.equals("}")) {
        String[] words = block.get(0).replace("\"", "").split(" ", -1);
        String address =
            switch (words[0]) {
              case "resource" -> module + words[1] + "." + words[2];
              case "data" -> module + "data." + words[1] + "." + words[2];
              case "variable", "output" -> null;
              default -> module + words[0] + (words.length > 2 ? "." + words[1] : "");
            };
        if (address != null) {
          blocks.put(address, String.join("\n", block));
        }
        block.clear();
      }
    }
  }

  /** The addresses of both whose blocks differ. */
  private Set<String> changed(String yaml) throws IOException {
    Map<String, String> before = blocks(BASE);
    Map<String, String> after = blocks(yaml);
    Set<String> changed = new LinkedHashSet<>();
    before.forEach(
        (address, block) -> {
          if (after.containsKey(address) && !after.get(address).equals(block)) {
            changed.add(address);
          }
        });
    changed.removeAll(SHARED);
    return changed;
  }

  private static String with(String before, String after) {
    assertThat(BASE).contains(before);
    return BASE.replace(before, after);
  }

  @Test
  void aBucketMoreChangesNoOther() throws IOException {
    String yaml = with("    media: {", "    alpha: {}\n    media: {");
    assertThat(changed(yaml)).isEmpty();
    assertThat(blocks(yaml)).containsKey("module.data.aws_s3_bucket.alpha");
  }

  @Test
  void aSecretOrParameterLessChangesNoOther() throws IOException {
    String yaml = with("  parameters:\n    flags: \"on\"\n", "");
    assertThat(changed(yaml)).isEmpty();
    assertThat(blocks(yaml)).doesNotContainKey("module.data.aws_ssm_parameter.flags");
  }

  @Test
  void aServiceMoreChangesNoOther() throws IOException {
    String yaml =
        with(
            "    web:\n",
            "    alpha:\n      image: {repository: alpha, tag: v1}\n      uses: [database.main]\n    web:\n");
    assertThat(changed(yaml)).isEmpty();
    assertThat(blocks(yaml))
        .containsKey("module.app.aws_vpc_security_group_egress_rule.alpha_to_main");
  }

  @Test
  void aJobMoreChangesNoOther() throws IOException {
    assertThat(
            changed(
                with(
                    "    nightly:\n",
                    "    hourly:\n      like: service.api\n      command: [hourly]\n      schedule: rate(1 hour)\n    nightly:\n")))
        .isEmpty();
  }

  @Test
  void aDatabaseMoreChangesNoOther() throws IOException {
    String yaml =
        with(
            "    main: {",
            "    alpha: {engine: aurora-postgresql, version: \"16.9\", proxy: {}}\n    main: {");
    assertThat(changed(yaml)).isEmpty();
  }

  @Test
  void aRouteMoreTouchesItsSiteAndItsServiceAlone() throws IOException {
    assertThat(
            changed(
                with(
                    "routes: {/api/*: service.api}",
                    "routes: {/api/*: service.api, /web/*: service.web}")))
        .containsExactlyInAnyOrder(
            "module.app.aws_cloudfront_distribution.front", "module.app.aws_ecs_service.web");
  }

  @Test
  void anArrowLessTouchesItsEndsAlone() throws IOException {
    assertThat(
            changed(
                with(
                    "uses: [database.main, bucket.media, secret.token]",
                    "uses: [database.main, secret.token]")))
        .containsExactlyInAnyOrder(
            "module.app.aws_ecs_task_definition.api", "module.app.aws_iam_role_policy.api_task");
  }

  @Test
  void aZoneMoreMovesNoSubnet() throws IOException {
    assertThat(changed(with("zones: 2", "zones: 3")))
        .noneMatch(address -> address.startsWith("module.network."));
  }

  @Test
  void orderSaysNothing() throws IOException {
    String yaml =
        with(
            "    files: {}\n    media: {expire_after_days: 3}\n",
            "    media: {expire_after_days: 3}\n    files: {}\n");
    assertThat(yaml).isNotEqualTo(BASE);
    assertThat(changed(yaml)).isEmpty();
  }
}
