package io.terraplen.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Defects at seeded places of the generated environments. With {@code -Dagreement=N} and the prover
 * beside the project, N of each kind are compared with the real Terraform.
 */
class MutationTest {

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"preprod", "prod"})
  void whatIsGeneratedIsProven(String environment) throws IOException {
    assertThat(Texts.of(Path.of("generated", environment)).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"preprod", "prod"})
  void deletedAndMisspelledArgumentsAreRefused(String environment) throws IOException {
    Texts texts = Texts.of(Path.of("generated", environment));
    Random random = new Random(4);
    for (String kind : List.of("delete", "misspell")) {
      for (Mutation mutation : some(kind, 200, texts, random)) {
        assertThat(mutation.texts().findings())
            .as("%s:%d %s", mutation.file(), mutation.line(), mutation.before())
            .isNotEmpty();
      }
    }
  }

  private static List<Mutation> some(String kind, int wanted, Texts texts, Random random) {
    List<Mutation> mutations = new ArrayList<>();
    while (mutations.size() < wanted) {
      Optional<Mutation> mutation = Mutation.of(kind, texts, random);
      mutation.ifPresent(mutations::add);
    }
    return mutations;
  }

  @ParameterizedTest
  @ValueSource(strings = {"preprod", "prod"})
  void verdictsAreThoseOfTerraform(String environment) throws IOException {
    int number = Integer.getInteger("agreement", 0);
    assumeThat(number > 0 && RealTerraform.isThere()).isTrue();
    Path folder = Path.of("generated", environment);
    Texts texts = Texts.of(folder);
    RealTerraform terraform = new RealTerraform(folder, temp.resolve("work"));
    assertThat(terraform.accepts(texts.files())).isTrue();
    Random random = new Random(41);
    List<String> disagreements = new ArrayList<>();
    int refused = 0;
    for (String kind : Mutation.KINDS) {
      for (Mutation mutation : some(kind, number, texts, random)) {
        boolean real = terraform.accepts(mutation.texts().files());
        boolean ours = mutation.texts().findings().isEmpty();
        refused += real ? 0 : 1;
        if (real != ours) {
          disagreements.add(
              "Terraform "
                  + (real ? "accepts " : "refuses ")
                  + kind
                  + " at "
                  + mutation.file()
                  + ":"
                  + mutation.line()
                  + "\n  - "
                  + mutation.before()
                  + "\n  + "
                  + mutation.after()
                  + "\n  "
                  + mutation.texts().findings());
        }
      }
    }
    System.out.println(
        environment
            + ": "
            + refused
            + " refused by Terraform, "
            + disagreements.size()
            + " disagreements");
    assertThat(disagreements).as(String.join("\n", disagreements)).isEmpty();
  }
}
