package io.terraplen.output;

import static io.terraplen.output.Trees.everything;
import static io.terraplen.output.Trees.locked;
import static io.terraplen.output.Trees.memory;
import static io.terraplen.output.Trees.target;
import static io.terraplen.output.Trees.visible;
import static io.terraplen.output.Trees.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A replacement stopped, or refused by the disk, before each of its steps in turn. */
class ReplacementTest {

  /**
   * Changed, kept, new, removed; a file becomes a folder and a folder a file; folders come and go.
   */
  private static final FileSet OLD =
      locked(
          "main.tf", "old main\n",
          "versions.tf", "same\n",
          "modules/app/gone.tf", "gone\n",
          "modules/old/a/b.tf", "deep\n",
          "swap/file", "was a file\n",
          "swap/folder/x/y.tf", "was in a folder\n");

  private static final FileSet NEW =
      locked(
          "main.tf", "new main\n",
          "versions.tf", "same\n",
          "modules/app/new.tf", "new\n",
          "modules/data/c/d.tf", "deep\n",
          "swap/file/x.tf", "now in a folder\n",
          "swap/folder", "now a file\n");

  private static final SortedMap<String, String> OLD_TREE = tree(OLD);
  private static final SortedMap<String, String> NEW_TREE = tree(NEW);

  /** Not an exception of any kind that is handled: like the process's end, it leaves all as is. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Lets some steps pass and ends the run before the next. */
  private static final class KillAfter implements Steps {
    private int left;

    KillAfter(int steps) {
      this.left = steps;
    }

    @Override
    public void before(String step) {
      if (left-- == 0) {
        throw new Killed();
      }
    }
  }

  @Test
  void theTransitionHasManySteps() {
    // Guards the tests below: they would also pass if nothing were ever stopped.
    assertThat(steps()).isBetween(40, 120);
  }

  @Test
  void killedAtAnyStepTheNextRunMakesItNew() {
    for (int n = 0; n < steps(); n++) {
      Path folder = killedAt(n);

      assertThat(target(folder).replace(NEW, false)).isInstanceOf(Outcome.Replaced.class);

      assertThat(everything(folder)).as("step %d", n).isEqualTo(NEW_TREE);
    }
  }

  @Test
  void killedAtAnyStepTheOldFilesCanBeHadBack() {
    for (int n = 0; n < steps(); n++) {
      Path folder = killedAt(n);

      assertThat(target(folder).replace(OLD, false)).isInstanceOf(Outcome.Replaced.class);

      assertThat(everything(folder)).as("step %d", n).isEqualTo(OLD_TREE);
    }
  }

  @Test
  void killedAtAnyStepAllCanBeRemoved() {
    SortedMap<String, String> strangers = new TreeMap<>(OLD_TREE);
    strangers.keySet().removeAll(OLD.files().keySet());
    strangers.keySet().removeIf(path -> path.startsWith("swap/") || path.startsWith("modules/old"));
    for (int n = 0; n < steps(); n++) {
      Path folder = killedAt(n);

      assertThat(target(folder).remove(false)).isInstanceOf(Outcome.Replaced.class);

      assertThat(everything(folder)).as("step %d", n).isEqualTo(strangers);
    }
  }

  @Test
  void killedAtAnyStepTheFolderIsAllOldOrAllNewOnceRecovered() throws IOException {
    boolean old = false;
    boolean fresh = false;
    for (int n = 0; n < steps(); n++) {
      Path folder = killedAt(n);

      recover(folder, Steps.UNWATCHED);

      SortedMap<String, String> found = visible(folder);
      assertThat(found).as("step %d", n).isIn(OLD_TREE, NEW_TREE);
      // Once all is new it does not become old again: the change is made in one instant.
      assertThat(fresh && found.equals(OLD_TREE)).isFalse();
      old |= found.equals(OLD_TREE);
      fresh |= found.equals(NEW_TREE);
    }
    assertThat(old).isTrue();
    assertThat(fresh).isTrue();
  }

  @Test
  void aRecoveryMayBeKilledToo() throws IOException {
    for (int n = 0; n < steps(); n++) {
      for (int m = 0; ; m++) {
        Path folder = killedAt(n);
        boolean killed = false;
        try {
          recover(folder, new KillAfter(m));
        } catch (Killed e) {
          killed = true;
        }
        recover(folder, Steps.UNWATCHED);
        assertThat(visible(folder)).as("step %d, then %d", n, m).isIn(OLD_TREE, NEW_TREE);
        if (!killed) {
          break;
        }
      }
    }
  }

  @Test
  void aComparisonSeesThroughAnInterruptedRunAndWritesNothing() {
    Comparison fromOld = target(before()).compare(NEW);
    for (int n = 0; n < steps(); n++) {
      Path folder = killedAt(n);
      SortedMap<String, String> found = everything(folder);
      boolean whole =
          files(visible(folder)).equals(files(OLD_TREE))
              || files(visible(folder)).equals(files(NEW_TREE));

      Comparison comparison = target(folder).compare(NEW);

      assertThat(everything(folder)).isEqualTo(found);
      assertThat(comparison.handEdited()).isEmpty();
      assertThat(whole || comparison.interrupted()).as("step %d", n).isTrue();
      assertThat(target(folder).compare(OLD).upToDate() && !whole).as("step %d", n).isFalse();
      if (!comparison.upToDate()) {
        assertThat(comparison.written()).isEqualTo(fromOld.written());
        assertThat(comparison.removed()).isEqualTo(fromOld.removed());
        assertThat(target(folder).difference(NEW)).isEqualTo(target(before()).difference(NEW));
        assertThat(target(folder).lock())
            .isEqualTo(Lock.read(OLD.content(Lock.FILE).orElseThrow()));
      }
    }
  }

  @Test
  void aStepThatTheDiskRefusesOnceEndsInOneOfTheTwo() {
    for (int n = 0; n < steps(); n++) {
      Path folder = before();
      int[] left = {n};
      Steps refusing =
          step -> {
            if (left[0]-- == 0) {
              throw new IOException("Input/output error");
            }
          };

      Object outcome = replaceAfterAll(folder, refusing);

      if (outcome instanceof OutputException e) {
        assertThat(e)
            .hasMessage(
                "cannot write `generated/preprod`: input/output error; nothing was changed");
        assertThat(visible(folder)).as("step %d", n).isEqualTo(OLD_TREE);
      } else {
        // A folder that could not be removed does no harm.
        assertThat(files(visible(folder))).as("step %d", n).isEqualTo(files(NEW_TREE));
      }
    }
  }

  @Test
  void aDiskThatFailsForGoodLosesNothing() {
    for (int n = 0; n < steps(); n++) {
      Path folder = before();
      int[] left = {n};
      Steps dead =
          step -> {
            if (left[0]-- <= 0) {
              throw new IOException("Input/output error");
            }
          };

      Object outcome = replaceAfterAll(folder, dead);

      if (outcome instanceof OutputException e && !e.getMessage().startsWith("cannot restore")) {
        assertThat(visible(folder)).as("step %d", n).isEqualTo(OLD_TREE);
      }
      assertThat(target(folder).replace(OLD, false)).isInstanceOf(Outcome.Replaced.class);
      assertThat(everything(folder)).as("step %d", n).isEqualTo(OLD_TREE);
    }
  }

  @Test
  void anEditAfterAnInterruptedRunIsNotLost() {
    boolean refused = false;
    for (int n = 0; n < steps(); n++) {
      Path folder = killedAt(n);
      boolean placed = visible(folder).getOrDefault("main.tf", "").equals("new main\n");
      boolean undone = placed && !files(visible(folder)).equals(files(NEW_TREE));
      if (!undone) {
        continue;
      }
      refused = true;
      write(folder, "main.tf", "edited\n");
      SortedMap<String, String> edited = visible(folder);

      assertThatThrownBy(() -> target(folder).replace(NEW, false))
          .hasMessage(
              "`generated/preprod/main.tf` was edited after an interrupted run; move it away or"
                  + " give `--overwrite`");
      assertThat(visible(folder)).isEqualTo(edited);

      assertThat(target(folder).replace(NEW, true)).isInstanceOf(Outcome.Replaced.class);
      assertThat(everything(folder)).isEqualTo(NEW_TREE);
    }
    assertThat(refused).isTrue();
  }

  @Test
  void anUnreadableJournalIsNamedAndTouchesNothing() {
    Path folder = before();
    write(folder, ".terraplen/journal", "terraplen journal 1\nfile - - ../../x\nend\n");
    SortedMap<String, String> found = everything(folder);

    assertThatThrownBy(() -> target(folder).replace(NEW, false))
        .isInstanceOf(OutputException.class)
        .hasMessage(
            "an interrupted run left `generated/preprod/.terraplen`, which is unreadable; delete"
                + " it, then restore `generated/preprod`");
    assertThat(everything(folder)).isEqualTo(found);
  }

  private static int steps() {
    int[] count = {0};
    new Target(before(), "x", Duration.ZERO, step -> count[0]++).replace(NEW, false);
    return count[0];
  }

  /** The old files, among strangers. */
  private static Path before() {
    return holding(OLD);
  }

  private static SortedMap<String, String> tree(FileSet files) {
    return everything(holding(files));
  }

  private static Path holding(FileSet files) {
    Path folder = memory().resolve("generated/preprod");
    target(folder).replace(files, false);
    for (String path :
        List.of(".terraform/x", ".terraform.lock.hcl", "terraform.tfstate", "modules/app/mine")) {
      write(folder, path, "stranger");
    }
    return folder;
  }

  private static SortedMap<String, String> files(SortedMap<String, String> tree) {
    SortedMap<String, String> files = new TreeMap<>(tree);
    files.keySet().removeIf(path -> path.endsWith("/"));
    return files;
  }

  private static Path killedAt(int step) {
    Path folder = before();
    Target target = new Target(folder, "generated/preprod", Duration.ZERO, new KillAfter(step));
    assertThatThrownBy(() -> target.replace(NEW, false)).isInstanceOf(Killed.class);
    return folder;
  }

  private static Object replaceAfterAll(Path folder, Steps steps) {
    try {
      return new Target(folder, "generated/preprod", Duration.ZERO, steps).replace(NEW, false);
    } catch (OutputException e) {
      return e;
    }
  }

  private static void recover(Path folder, Steps steps) throws IOException {
    if (Files.exists(folder.resolve(FileSet.WORK))) {
      new Replacement(new Folder(folder, "generated/preprod"), new Disk(steps)).recover(false);
    }
  }
}
