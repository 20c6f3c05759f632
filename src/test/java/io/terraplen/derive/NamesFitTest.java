package io.terraplen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.catalog.Catalog;
import io.terraplen.descriptor.Descriptors;
import io.terraplen.descriptor.Result;
import io.terraplen.model.Defaults;
import io.terraplen.model.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long a system's, an environment's and the components' names: what is derived fits. */
class NamesFitTest {

  private static final String ENVIRONMENT = "production-of-the-southern-hemisphere";

  @TempDir Path project;

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 12, 20, 32, 60, 200, 480})
  void derivedNamesAreTakenByAws(int length) throws IOException {
    Catalog.Naming naming = new Catalog().naming();
    for (Names.Name name : names("s".repeat(length))) {
      naming
          .of(name.resource(), name.argument())
          .ifPresent(
              constraint -> {
                if (constraint.maxLength() != null) {
                  assertThat(name.value())
                      .as(name.resource())
                      .hasSizeLessThanOrEqualTo(constraint.maxLength());
                }
                if (constraint.pattern() != null) {
                  assertThat(name.value()).as(name.resource()).matches(constraint.pattern());
                }
              });
    }
  }

  /** Two keys with one long beginning stay apart where the names are cut. */
  @Test
  void shortenedNamesStayApart() throws IOException {
    List<String> groups =
        names("s".repeat(60)).stream()
            .filter(name -> name.resource().equals("aws_lb_target_group"))
            .map(Names.Name::value)
            .toList();
    assertThat(groups).hasSize(2).doesNotHaveDuplicates();
  }

  private List<Names.Name> names(String system) throws IOException {
    String yaml =
        """
        system: SYSTEM
        environment: ENVIRONMENT
        stage: production
        account: "123456789012"
        region: us-east-1
        network: {cidr: 10.0.0.0/16}
        data:
          databases:
            KEY_a:
              engine: aurora-postgresql
              version: "17.9"
              proxy: {}
              export: {to: bucket.KEY_a, schedule: rate(1 day)}
          buckets: {KEY_a: {}, KEY_b: {}}
          secrets: {KEY_a: {}}
          parameters: {KEY_a: text}
          backups: {KEY_a: {schedule: cron(0 5 * * ? *), of: [database.KEY_a]}}
        app:
          services:
            KEY_b: {image: {repository: KEY_r, tag: v1}, port: 80}
            KEY_c: {image: {repository: KEY_r, tag: v1}, port: 80}
          jobs:
            KEY_d: {like: service.KEY_b, command: [a], schedule: rate(1 day)}
            KEY_e: {image: {repository: KEY_r, tag: v1}, schedule: rate(1 day)}
          sites:
            KEY_a: {bucket: KEY_a, spa: true, routes: {/a: service.KEY_b, /b: service.KEY_c}}
          firewall: {}
          alarms: {notify: [email:ops@example.com]}
          dashboard: {}
        """
            .replace("SYSTEM", system)
            .replace("ENVIRONMENT", ENVIRONMENT)
            .replace("KEY", "k".repeat(Patterns.KEY_LENGTH - 2));
    String file = Descriptors.fileOf(ENVIRONMENT);
    Files.createDirectories(project.resolve(file).getParent());
    Files.writeString(project.resolve(file), yaml);
    Result result = Descriptors.load(project, file);
    assertThat(result).isInstanceOf(Result.Loaded.class);
    return Derived.of(
            Defaults.apply(((Result.Loaded) result).stated()), List.of("us-east-1a", "us-east-1b"))
        .names()
        .all();
  }
}
