package io.terraplen.output;

import static io.terraplen.output.Trees.everything;
import static io.terraplen.output.Trees.locked;
import static io.terraplen.output.Trees.memory;
import static io.terraplen.output.Trees.read;
import static io.terraplen.output.Trees.target;
import static io.terraplen.output.Trees.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.terraplen.text.Pointer;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {

  private static final FileSet OLD =
      locked("main.tf", "old main\n", "modules/app/gone.tf", "gone\n", "versions.tf", "same\n");
  private static final FileSet NEW =
      locked("main.tf", "new main\n", "modules/data/rds.tf", "new\n", "versions.tf", "same\n");

  private final Path project = memory();
  private final Path folder = project.resolve("generated/preprod");
  private final Target target = target(folder);

  // What differs

  @Test
  void allIsWrittenToAFolderThatDoesNotExist() {
    assertThat(target.compare(OLD))
        .isEqualTo(
            new Comparison(
                List.of("main.tf", "modules/app/gone.tf", Lock.FILE, "versions.tf"),
                List.of(),
                List.of(),
                List.of(),
                false));
    assertThat(Files.exists(folder)).isFalse();

    assertThat(target.replace(OLD, false))
        .isEqualTo(
            new Outcome.Replaced(
                List.of("main.tf", "modules/app/gone.tf", Lock.FILE, "versions.tf"),
                List.of(),
                List.of()));
    assertHolds(OLD);
  }

  @Test
  void onlyWhatDiffersIsTouchedAndEmptiedFoldersGo() throws IOException {
    target.replace(OLD, false);
    FileTime past = FileTime.fromMillis(0);
    Files.setLastModifiedTime(folder.resolve("versions.tf"), past);

    assertThat(target.compare(NEW).upToDate()).isFalse();
    assertThat(target.replace(NEW, false))
        .isEqualTo(
            new Outcome.Replaced(
                List.of("main.tf", "modules/data/rds.tf", Lock.FILE),
                List.of("versions.tf"),
                List.of("modules/app/gone.tf")));
    assertHolds(NEW);
    assertThat(Files.getLastModifiedTime(folder.resolve("versions.tf"))).isEqualTo(past);
    assertThat(target.compare(NEW).upToDate()).isTrue();
  }

  @Test
  void nothingIsTouchedWhereNothingDiffers() {
    target.replace(OLD, false);
    Steps none =
        step -> {
          throw new AssertionError(step);
        };

    assertThat(new Target(folder, "x", Duration.ZERO, none).replace(OLD, false))
        .isEqualTo(
            new Outcome.Replaced(
                List.of(),
                List.of("main.tf", "modules/app/gone.tf", Lock.FILE, "versions.tf"),
                List.of()));
  }

  @Test
  void whatIsNotOursStays() {
    target.replace(OLD, false);
    write(folder, ".terraform/providers/x", "provider");
    write(folder, ".terraform.lock.hcl", "hashes");
    write(folder, "terraform.tfstate", "state");
    write(folder, "modules/app/notes.txt", "mine");
    SortedMap<String, String> before = everything(folder);

    target.replace(NEW, false);

    SortedMap<String, String> after = everything(folder);
    for (String path :
        List.of(".terraform/providers/x", ".terraform.lock.hcl", "terraform.tfstate")) {
      assertThat(after).containsEntry(path, before.get(path));
    }
    assertThat(after).containsEntry("modules/app/notes.txt", "mine");
    assertThat(after).doesNotContainKey("modules/app/gone.tf");
  }

  @Test
  void aDeletedFileIsWrittenAgain() throws IOException {
    target.replace(OLD, false);
    Files.delete(folder.resolve("main.tf"));

    assertThat(target.compare(OLD).written()).containsExactly("main.tf");
    assertThat(target.compare(OLD).handEdited()).isEmpty();
    target.replace(OLD, false);
    assertHolds(OLD);
  }

  @Test
  void allOfOursGoesAndTheFolderWithIt() {
    target.replace(OLD, false);

    assertThat(target.remove(false))
        .isEqualTo(
            new Outcome.Replaced(
                List.of(),
                List.of(),
                List.of("main.tf", "modules/app/gone.tf", Lock.FILE, "versions.tf")));
    assertThat(Files.exists(folder)).isFalse();
    assertThat(Files.exists(folder.getParent())).isTrue();
  }

  @Test
  void aFolderThatAlsoHoldsOthersFilesStaysWithThem() {
    target.replace(OLD, false);
    write(folder, "terraform.tfstate", "state");

    target.remove(false);

    assertThat(everything(folder)).containsOnly(Map.entry("terraform.tfstate", "state"));
  }

  // Hand-edited files

  @Test
  void handEditedFilesAreNamedBeforeAnythingIsTouched() {
    target.replace(OLD, false);
    write(folder, "main.tf", "edited\n");
    write(folder, "modules/app/gone.tf", "edited too\n");
    SortedMap<String, String> before = everything(folder);

    assertThat(target.compare(NEW).handEdited()).containsExactly("main.tf", "modules/app/gone.tf");
    assertThat(target.replace(NEW, false))
        .isEqualTo(new Outcome.HandEdited(List.of("main.tf", "modules/app/gone.tf")));
    assertThat(everything(folder)).isEqualTo(before);

    assertThat(target.replace(NEW, true)).isInstanceOf(Outcome.Replaced.class);
    assertHolds(NEW);
  }

  @Test
  void anEditThatEqualsTheRenderingIsNone() {
    target.replace(OLD, false);
    write(folder, "main.tf", "new main\n");

    assertThat(target.compare(NEW).handEdited()).isEmpty();
    assertThat(target.compare(NEW).unchanged()).contains("main.tf");
    target.replace(NEW, false);
    assertHolds(NEW);
  }

  @Test
  void anothersFileWhereOursWouldBeIsNamed() {
    target.replace(OLD, false);
    write(folder, "modules/data/rds.tf", "written by hand\n");

    assertThat(target.replace(NEW, false))
        .isEqualTo(new Outcome.HandEdited(List.of("modules/data/rds.tf")));
  }

  @Test
  void withoutALockEqualFilesAreAdoptedAndOthersNamed() throws IOException {
    target.replace(OLD, false);
    Files.delete(folder.resolve(Lock.FILE));

    assertThat(target.compare(NEW).handEdited()).containsExactly("main.tf");
    assertThat(target.compare(NEW).removed()).isEmpty();
    assertThat(target.compare(OLD).handEdited()).isEmpty();
    target.replace(OLD, false);
    assertHolds(OLD);
  }

  @Test
  void theLockOfAnUnfinishedMergeCountsAsNone() {
    target.replace(OLD, false);
    String lock = read(folder, Lock.FILE);
    write(folder, Lock.FILE, "<<<<<<< HEAD\n" + lock + "=======\n" + lock + ">>>>>>> other\n");

    assertThat(target.lock()).isEmpty();
    assertThat(target.replace(NEW, false)).isEqualTo(new Outcome.HandEdited(List.of("main.tf")));
    target.replace(OLD, false);
    assertHolds(OLD);
    assertThat(target.lock().orElseThrow().addresses())
        .containsEntry("module.app.aws_ecs_service.api", Pointer.parse("app.services.api"));
  }

  @Test
  void aLockThatNamesFilesElsewhereOwnsNothing() {
    write(project, "secret", "x");
    String digest = Lock.digest("x");
    write(
        folder, Lock.FILE, "{\"tool\": \"t\", \"files\": {\"../../secret\": \"" + digest + "\"}}");

    target.replace(NEW, false);

    assertThat(read(project, "secret")).isEqualTo("x");
  }

  // Files and folders that change places

  @Test
  void aFileGivesWayToAFolderAndBack() {
    FileSet file = locked("modules/app", "file\n");
    FileSet inFolder = locked("modules/app/x", "in folder\n");

    target.replace(file, false);
    target.replace(inFolder, false);
    assertHolds(inFolder);
    target.replace(file, false);
    assertHolds(file);
  }

  @Test
  void anothersFileIsNoFolderForOurs() {
    write(folder, "modules", "not a folder");
    SortedMap<String, String> before = everything(folder);

    assertFails(
        target,
        OLD,
        "`generated/preprod/modules` is a file where a folder is needed; move it away");
    assertThat(everything(folder)).isEqualTo(before);
  }

  @Test
  void anothersFilesKeepTheirFolder() {
    target.replace(locked("modules/app/x", "ours"), false);
    write(folder, "modules/app/notes.txt", "mine");
    SortedMap<String, String> before = everything(folder);

    assertFails(
        target,
        locked("modules/app", "file"),
        "`generated/preprod/modules/app` is a folder where a file is needed; move it away");
    assertThat(everything(folder)).isEqualTo(before);
  }

  // Links

  @Test
  void noLinkIsWrittenThrough() throws IOException {
    Files.createDirectories(project.resolve("elsewhere"));
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("modules"), project.resolve("elsewhere"));
    String message =
        "`generated/preprod/modules` is a symbolic link and is not written through; remove it";

    assertFails(target, NEW, message);
    assertThatThrownBy(() -> target.compare(NEW)).hasMessage(message);
    assertThat(everything(project.resolve("elsewhere"))).isEmpty();
  }

  @Test
  void aLinkedFileIsNotReplaced() throws IOException {
    write(project, "shared/main.tf", "shared");
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("main.tf"), project.resolve("shared/main.tf"));

    assertFails(
        target,
        NEW,
        "`generated/preprod/main.tf` is a symbolic link and is not written through; remove it");
    assertThat(read(project, "shared/main.tf")).isEqualTo("shared");
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Files.createDirectories(project.resolve("elsewhere"));
    Files.createDirectories(folder.getParent());
    Files.createSymbolicLink(folder, project.resolve("elsewhere"));

    target.replace(NEW, false);

    assertThat(read(project, "elsewhere/main.tf")).isEqualTo("new main\n");
  }

  // Disks that refuse

  @Test
  void aFileInPlaceOfTheFolderIsNamed() {
    write(project, "generated/preprod", "file");

    assertFails(
        target, NEW, "`generated/preprod` is a file where a folder is needed; move it away");
    assertThatThrownBy(target::lock).isInstanceOf(OutputException.class);
  }

  @Test
  void aFileInPlaceOfTheFolderAboveIsAnError(@TempDir Path disk) {
    write(disk, "generated", "file");

    assertFails(
        target(disk.resolve("generated/preprod")),
        NEW,
        "`generated/preprod` lies below a file where a folder is needed; move it away");
    assertThat(read(disk, "generated")).isEqualTo("file");
  }

  /** Not for root, whom no permission stops; the next two tests are for everybody. */
  @Test
  void aFolderWithoutPermissionToWriteIsAnError(@TempDir Path disk) throws IOException {
    Path root = disk.resolve("preprod");
    target(root).replace(OLD, false);
    SortedMap<String, String> before = everything(root);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeThat(Files.isWritable(root)).isFalse();
      assertFails(
          target(root),
          NEW,
          "cannot write `generated/preprod`: permission denied; check its permissions; nothing was"
              + " changed");
    } finally {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(everything(root)).isEqualTo(before);
  }

  @Test
  void aReadOnlyFolderIsAnError() {
    target.replace(OLD, false);
    SortedMap<String, String> before = everything(folder);
    Steps readOnly =
        step -> {
          throw new AccessDeniedException(folder.resolve(FileSet.WORK).toString());
        };

    assertFails(
        new Target(folder, "generated/preprod", Duration.ZERO, readOnly),
        NEW,
        "cannot write `generated/preprod`: permission denied; check its permissions; nothing was"
            + " changed");
    assertThat(everything(folder)).isEqualTo(before);
  }

  @Test
  void aReadOnlyFolderWithinIsAnErrorThatUndoesTheRest() {
    target.replace(OLD, false);
    SortedMap<String, String> before = everything(folder);
    Path data = folder.resolve("modules/data");
    Steps readOnly =
        step -> {
          if (step.equals("create folder " + data)) {
            throw new AccessDeniedException(data.toString());
          }
        };

    assertFails(
        new Target(folder, "generated/preprod", Duration.ZERO, readOnly),
        NEW,
        "cannot write `generated/preprod/modules/data`: permission denied; check its permissions;"
            + " nothing was changed");
    assertThat(everything(folder)).isEqualTo(before);
  }

  @Test
  void aFullDiskLeavesTheOldFilesWhereverItBites() throws IOException {
    String large = "x\n".repeat(3000);
    FileSet old = locked("main.tf", large, "modules/app/a.tf", large);
    FileSet fresh = locked("main.tf", large + "y\n", "modules/app/b.tf", large, "z.tf", large);
    int failures = 0;
    int successes = 0;
    for (int blocks = 4; blocks < 16; blocks++) {
      Configuration small =
          Configuration.unix().toBuilder().setBlockSize(4096).setMaxSize(blocks * 4096L).build();
      Path root = Jimfs.newFileSystem(small).getPath("/work/preprod");
      try {
        target(root).replace(old, false);
      } catch (OutputException e) {
        assertThat(Files.exists(root)).isFalse();
        continue;
      }
      SortedMap<String, String> before = everything(root);
      try {
        target(root).replace(fresh, false);
        successes++;
      } catch (OutputException e) {
        failures++;
        assertThat(e)
            .hasMessage(
                "cannot write `generated/preprod`: out of disk space; free some space; nothing was"
                    + " changed");
        assertThat(everything(root)).isEqualTo(before);
      }
    }
    assertThat(failures).isPositive();
    assertThat(successes).isPositive();
  }

  @Test
  void newFilesHaveThePermissionsThatAnyNewFileHas(@TempDir Path disk) throws IOException {
    Path plain = Files.createFile(disk.resolve("plain"));
    Path root = disk.resolve("preprod");

    target(root).replace(NEW, false);

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("main.tf"))))
        .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)));
  }

  // The difference as text

  @Test
  void theDifferenceNamesFilesFromTheProjectRoot() {
    target.replace(OLD, false);

    assertThat(target.difference(OLD)).isEmpty();
    assertThat(target.difference(NEW))
        .startsWith(
            """
            --- a/generated/preprod/main.tf
            +++ b/generated/preprod/main.tf
            @@ -1 +1 @@
            -old main
            +new main
            --- a/generated/preprod/modules/app/gone.tf
            +++ /dev/null
            @@ -1 +0,0 @@
            -gone
            --- /dev/null
            +++ b/generated/preprod/modules/data/rds.tf
            @@ -0,0 +1 @@
            +new
            --- a/generated/preprod/terraplen.lock.json
            """);
  }

  @Test
  void filesWithoutTheirLockAreABug() {
    assertThatThrownBy(() -> target.compare(FileSet.EMPTY.with("a", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertHolds(FileSet wanted) {
    SortedMap<String, String> files = everything(folder);
    files.keySet().removeIf(path -> path.endsWith("/") && !path.startsWith(FileSet.WORK));
    assertThat(files).isEqualTo(wanted.files());
    assertThat(everything(folder).keySet())
        .filteredOn(path -> path.endsWith("/"))
        .allMatch(path -> wanted.files().keySet().stream().anyMatch(file -> file.startsWith(path)));
  }

  private static void assertFails(Target target, FileSet wanted, String message) {
    assertThatThrownBy(() -> target.replace(wanted, false))
        .isInstanceOf(OutputException.class)
        .hasMessage(message);
  }
}
