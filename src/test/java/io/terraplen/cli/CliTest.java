package io.terraplen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user meets it, on a copy of this project's own descriptors. */
class CliTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath();

  @TempDir private Path root;

  private String out = "";
  private String err = "";

  @BeforeEach
  void copyProject() throws IOException {
    copy("environments");
    copy("generated");
  }

  private void copy(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = root.resolve(PROJECT.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private int gen(String... args) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    String[] dated = new String[args.length + 2];
    System.arraycopy(args, 0, dated, 0, args.length);
    dated[args.length] = "--today";
    dated[args.length + 1] = "2026-11-24";
    int exit =
        new Cli(
                new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                root,
                false)
            .run(dated);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    assertThat(out + err).doesNotContain("Exception").doesNotContain("\tat ");
    return exit;
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = root.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  /** Every file below {@code generated/} with its text. */
  private Map<String, String> generated() {
    try (Stream<Path> files = Files.walk(root.resolve("generated"))) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  file -> root.relativize(file).toString(),
                  CliTest::read,
                  (a, b) -> a,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void committedTreesAreCurrent() {
    assertThat(gen("--all", "--check")).isEqualTo(Exit.OK);
    assertThat(err)
        .contains("generated/preprod: up to date, 0 written")
        .contains("generated/prod: up to date, 0 written");
  }

  @Test
  void aVersionThatIsGoneIsOneErrorAtItsLineAndNothingIsWritten() throws IOException {
    Map<String, String> before = generated();
    edit("environments/preprod.yaml", "version: \"15.13\"", "version: \"15.5\"");

    assertThat(gen("preprod")).isEqualTo(Exit.FINDINGS);

    assertThat(err)
        .startsWith(
            """
            environments/preprod.yaml:25:16: error: Aurora PostgreSQL 15.5 is not offered any more  [engine_version_exists]
               25 |       version: "15.5"
                  |                ^^^^^^ available: 15.10, 15.12, 15.13 … (catalog of 2026-08-19)
            """)
        .contains("\n1 error\n");
    assertThat(generated()).isEqualTo(before);
  }

  @Test
  void anAccentInADescriptionIsOneErrorAtItsLineWithItsFix() throws IOException {
    Map<String, String> before = generated();
    edit(
        "environments/shared/iadvisors.yaml",
        "description: OpenAI API key, assistant and vector store",
        "description: clave de la aplicación");

    assertThat(gen("prod")).isEqualTo(Exit.FINDINGS);

    assertThat(err)
        .contains("environments/shared/iadvisors.yaml:")
        .contains("[ascii_text]")
        .contains("fix: description: clave de la aplicacion")
        .contains("\n1 error\n");
    assertThat(generated()).isEqualTo(before);
  }

  @Test
  void oneEnvironmentsErrorDoesNotKeepAnotherFromBeingWritten() throws IOException {
    edit("environments/preprod.yaml", "nat: single", "nat: singel");
    edit("environments/prod.yaml", "retention_days: 35", "retention_days: 34");

    assertThat(gen("--all")).isEqualTo(Exit.FINDINGS);

    assertThat(err)
        .contains("environments/preprod.yaml:")
        .contains("generated/preprod: not written")
        .contains("generated/prod: 2 written");
    assertThat(generated().get("generated/prod/modules/data/backups.tf"))
        .contains("delete_after = 34");
  }

  @Test
  void aStaleTreeIsSaidAndShownButNotWritten() throws IOException {
    edit("environments/prod.yaml", "retention_days: 35", "retention_days: 34");
    Map<String, String> before = generated();

    assertThat(gen("prod", "--check")).isEqualTo(Exit.STALE);
    assertThat(err).contains("generated/prod: stale").contains("2 written");

    assertThat(gen("prod", "--diff")).isEqualTo(Exit.OK);
    assertThat(out)
        .contains("--- a/generated/prod/modules/data/backups.tf")
        .contains("-      delete_after = 35\n+      delete_after = 34\n");
    assertThat(generated()).isEqualTo(before);
  }

  @Test
  void aHandEditedFileIsNamedAndKeptUnlessOverwritten() throws IOException {
    edit("generated/prod/modules/network/vpc.tf", "\"main\"", "\"mine\"");
    Map<String, String> before = generated();

    assertThat(gen("prod")).isEqualTo(Exit.STALE);
    assertThat(err).contains("generated/prod/modules/network/vpc.tf was edited by hand");
    assertThat(generated()).isEqualTo(before);

    assertThat(gen("prod", "--overwrite")).isEqualTo(Exit.OK);
    assertThat(generated().get("generated/prod/modules/network/vpc.tf")).contains("\"main\"");
  }

  @Test
  void whatNoDescriptorStandsForIsRemovedByAllButStrangersStay() throws IOException {
    Files.delete(root.resolve("environments/preprod.yaml"));
    Files.writeString(root.resolve("generated/preprod/terraform.tfstate"), "{}");

    assertThat(gen("--all", "--check")).isEqualTo(Exit.STALE);
    assertThat(gen("--all")).isEqualTo(Exit.OK);

    assertThat(err)
        .contains("generated/preprod: no descriptor environments/preprod.yaml stands for it")
        .contains("module.data.aws_rds_cluster.aurora is gone from generated/preprod");
    assertThat(generated().keySet().stream().filter(file -> file.contains("/preprod/")))
        .containsExactly("generated/preprod/terraform.tfstate");
  }

  @Test
  void outPutsTreesElsewhere() {
    assertThat(gen("prod", "--out", "elsewhere/tree")).isEqualTo(Exit.OK);
    assertThat(root.resolve("elsewhere/tree/prod/main.tf")).exists();
  }

  @Test
  void anotherFolderIsNamedWithC() throws IOException {
    Path other = Files.createDirectory(root.resolve("empty"));
    assertThat(gen("--all", "-C", other.toString())).isEqualTo(Exit.USAGE);
    assertThat(err).contains("there is no environment");
    assertThat(gen("--all", "-C", "nowhere")).isEqualTo(Exit.USAGE);
    assertThat(err).isEqualTo("gen: there is no folder `nowhere`\n");
  }

  @Test
  void wrongUsageSaysWhatIsRight() {
    assertThat(gen()).isEqualTo(Exit.USAGE);
    assertThat(err)
        .isEqualTo("gen: name an environment or use `--all`; there are: preprod, prod\n");
    assertThat(gen("preprd")).isEqualTo(Exit.USAGE);
    assertThat(err)
        .isEqualTo(
            "gen: there is no environment `preprd`: no file `environments/preprd.yaml`; did you mean"
                + " `preprod`?\n");
    assertThat(gen("validat")).isEqualTo(Exit.USAGE);
    assertThat(err).contains("did you mean `validate`?");
    assertThat(gen("prod", "--chek")).isEqualTo(Exit.USAGE);
    assertThat(err)
        .isEqualTo(
            """
            gen: there is no option `--chek`; did you mean `--check`?
                 see `gen --help`
            """);
    assertThat(gen("schema", "prod")).isEqualTo(Exit.USAGE);
    assertThat(err).isEqualTo("gen: `prod` is one word too many\n");
    assertThat(gen("show")).isEqualTo(Exit.USAGE);
    assertThat(err).isEqualTo("gen: `ENV` is missing\n");
    assertThat(gen("prod", "--all")).isEqualTo(Exit.USAGE);
    assertThat(err).contains("not both");
    assertThat(gen("explain", "nat_per_zon")).isEqualTo(Exit.USAGE);
    assertThat(err).contains("did you mean `nat_per_zone`?");
  }

  @Test
  void proveAcceptsWhatIsGeneratedAndNamesADefectAtItsLine() throws IOException {
    assertThat(gen("prove", "generated/preprod")).isEqualTo(Exit.OK);
    assertThat(out).isEmpty();
    assertThat(err)
        .startsWith("generated/preprod: proven: 114 resources, 1 data source, 3 modules");

    edit("generated/preprod/modules/app/cluster.tf", "  name = ", "  nam = ");
    assertThat(gen("prove", "generated/preprod", "-q")).isEqualTo(Exit.FINDINGS);
    assertThat(err).isEmpty();
    assertThat(out)
        .startsWith("generated/preprod/modules/app/cluster.tf:")
        .contains("takes no argument `nam`  [unknown_argument]\n")
        .contains("did you mean `name`?")
        .contains("[missing_argument]");

    assertThat(gen("prove", "generated/preprod", "--format", "json")).isEqualTo(Exit.FINDINGS);
    assertThat(out).contains("\"rule\":\"unknown_argument\",\"severity\":\"error\"");
    assertThat(gen("prove", "nowhere")).isEqualTo(Exit.USAGE);
    assertThat(err).isEqualTo("gen: there is no folder `nowhere`\n");
    assertThat(gen("prove", "environments")).isEqualTo(Exit.USAGE);
    assertThat(err).isEqualTo("gen: there is no file `*.tf` in `environments`\n");
  }

  @Test
  void proveReadsWhatItCannotJudgeAndSaysSo() throws IOException {
    Path folder = Files.createDirectory(root.resolve("theirs"));
    Files.writeString(
        folder.resolve("main.tf"),
        """
        resource "google_storage_bucket" "b" {
          anything = var.given
        }
        variable "given" {
        }
        module "remote" {
          source = "terraform-aws-modules/vpc/aws"
        }
        output "x" {
          value = module.remote.vpc_id
        }
        """);
    assertThat(gen("prove", "theirs")).isEqualTo(Exit.OK);
    assertThat(err)
        .isEqualTo(
            "theirs: proven: 0 resources, 0 data sources, 0 modules; not judged: 1 block of other"
                + " providers, 1 module from elsewhere\n");
  }

  @Test
  void commonOptionsMayStandBeforeTheCommand() {
    assertThat(gen("-C", root.toString(), "show", "preprod")).isEqualTo(Exit.OK);
    assertThat(out).contains("system: iadvisors-bayer");
  }

  @Test
  void helpNamesTheCommandsAndEachItsOptions() {
    assertThat(gen("--help")).isEqualTo(Exit.OK);
    assertThat(out).startsWith("usage: gen [OPTIONS] ENV...\n").contains("--overwrite", "--today");
    for (String command : Cli.commands()) {
      assertThat(out).contains("\n  " + command + " ");
    }
    for (String command : Cli.commands()) {
      assertThat(gen(command, "-h")).isEqualTo(Exit.OK);
      assertThat(out).startsWith("usage: gen " + command);
    }
  }

  @Test
  void jsonIsOneObjectOnStandardOutput() throws IOException {
    edit("environments/prod.yaml", "nat: per_zone", "nat: single");
    assertThat(gen("validate", "prod", "--format", "json")).isEqualTo(Exit.FINDINGS);
    assertThat(err).isEmpty();
    assertThat(out)
        .startsWith("{\"tool\":\"terraplen\",\"version\":\"0.1.0\",\"environments\":[\"prod\"]")
        .contains("\"rule\":\"nat_per_zone\",\"severity\":\"danger\"")
        .contains("\"consider\":\"nat: per_zone\",\"address\":\"network.nat\"")
        .contains("\"file\":\"environments/prod.yaml\"");
  }

  @Test
  void aWaiverThatEndedBlocks() throws IOException {
    edit("environments/preprod.yaml", "until: 2027-01-31", "until: 2026-11-23");
    assertThat(gen("validate", "preprod")).isEqualTo(Exit.FINDINGS);
    assertThat(out).contains("this waiver ended on 2026-11-23").contains("[waiver_expired]");
  }

  @Test
  void showSaysWhereEachValueCameFrom() {
    assertThat(gen("show", "preprod")).isEqualTo(Exit.OK);
    assertThat(out)
        .containsPattern("nat: single +# environments/preprod.yaml:\\d+")
        .containsPattern("port: 5001 +# environments/shared/iadvisors.yaml:\\d+")
        .containsPattern("recovery_days: 30 +# default for preproduction");
  }
}
