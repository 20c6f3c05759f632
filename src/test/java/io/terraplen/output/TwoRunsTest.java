package io.terraplen.output;

import static io.terraplen.output.Trees.everything;
import static io.terraplen.output.Trees.locked;
import static io.terraplen.output.Trees.memory;
import static io.terraplen.output.Trees.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Jimfs;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonFactory;

/** Two runs on one folder: in one process, in two, and after one of them was killed for good. */
class TwoRunsTest {

  private static final FileSet OLD = locked("main.tf", "old\n", "modules/app/gone.tf", "gone\n");
  private static final FileSet NEW = locked("main.tf", "new\n", "modules/data/rds.tf", "new\n");

  @Test
  void theSecondFailsWhileTheFirstIsAtWorkAndHarmsNothing() {
    Path folder = memory().resolve("preprod");
    target(folder).replace(OLD, false);
    List<String> refused = new ArrayList<>();
    Steps second =
        step -> {
          if (refused.isEmpty() && step.contains("main.tf")) {
            assertThatThrownBy(
                    () ->
                        new Target(folder, "generated/preprod", Duration.ZERO, Steps.UNWATCHED)
                            .replace(OLD, false))
                .isInstanceOf(OutputException.class)
                .hasMessage(
                    "another run is writing `generated/preprod`; run again when it has ended");
            refused.add(step);
          }
        };

    new Target(folder, "generated/preprod", Duration.ZERO, second).replace(NEW, false);

    assertThat(refused).hasSize(1);
    assertThat(everything(folder)).isEqualTo(tree(NEW));
  }

  @Test
  void threadsThatReplaceByTurnsEndInOneOfTheirResults(@TempDir Path disk) throws Exception {
    Path folder = disk.resolve("preprod");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        FileSet wanted = thread % 2 == 0 ? OLD : NEW;
        runs.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 25; i++) {
                    assertThat(patient(folder).replace(wanted, false))
                        .isInstanceOf(Outcome.Replaced.class);
                  }
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(everything(folder)).isIn(tree(OLD), tree(NEW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fill", "main.tf to", "committed"})
  void anotherProcessHoldsTheFolderUntilItIsKilled(String at, @TempDir Path disk) throws Exception {
    Path folder = disk.resolve("preprod");
    target(folder).replace(OLD, false);
    Process other = start(folder, at);
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).isEqualTo("holding");

      assertThatThrownBy(
              () ->
                  new Target(folder, "generated/preprod", Duration.ZERO, Steps.UNWATCHED)
                      .replace(NEW, false))
          .isInstanceOf(OutputException.class)
          .hasMessageStartingWith("another run is writing");
    } finally {
      other.destroyForcibly().waitFor();
    }

    assertThat(target(folder).replace(OLD, false)).isInstanceOf(Outcome.Replaced.class);
    assertThat(everything(folder)).isEqualTo(tree(OLD));
  }

  @Test
  void processesThatReplaceAtOnceEndInOneOfTheirResults(@TempDir Path disk) throws Exception {
    Path folder = disk.resolve("preprod");
    List<Process> others = List.of(start(folder, "never"), start(folder, "never"));
    for (int i = 0; i < 50 || others.stream().anyMatch(Process::isAlive); i++) {
      assertThat(patient(folder).replace(i % 2 == 0 ? OLD : NEW, false))
          .isInstanceOf(Outcome.Replaced.class);
    }
    for (Process other : others) {
      assertThat(other.waitFor()).isZero();
    }
    assertThat(everything(folder)).isIn(tree(OLD), tree(NEW));
  }

  private static Target patient(Path folder) {
    return new Target(folder, "generated/preprod", Duration.ofMinutes(1), Steps.UNWATCHED);
  }

  private static Process start(Path folder, String at) throws IOException {
    String classpath =
        Stream.of(Target.class, TwoRunsTest.class, JsonFactory.class, Jimfs.class)
            .map(TwoRunsTest::home)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classpath,
            OtherRun.class.getName(),
            folder.toString(),
            at);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String home(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }

  private static SortedMap<String, String> tree(FileSet files) {
    Path folder = memory().resolve("preprod");
    target(folder).replace(files, false);
    return everything(folder);
  }

  /** A second process: replaces to and fro, and stops at a step until it is killed. */
  static final class OtherRun {

    private OtherRun() {}

    public static void main(String[] args) {
      Steps steps =
          step -> {
            if (step.contains(args[1])) {
              System.out.println("holding");
              int end = System.in.read();
              throw new IllegalStateException("not killed but told " + end);
            }
          };
      Target target =
          new Target(Path.of(args[0]), "generated/preprod", Duration.ofMinutes(1), steps);
      for (int i = 0; i < 25; i++) {
        target.replace(i % 2 == 0 ? NEW : OLD, false);
      }
    }
  }
}
