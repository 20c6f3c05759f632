package io.terraplen.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A generated folder. It also holds what is not ours ({@code .terraform/}, its lock file, state):
 * only files that its {@link Lock} owns are replaced or removed, and none that was edited by hand
 * unless the caller says so.
 *
 * <p>A replacement that is killed at any moment leaves the folder so that the next one restores all
 * old files first, or finds all new ones. Two runs at once take turns: the second waits ten seconds
 * at most, then fails. A replacement that succeeds leaves nothing of its own behind.
 */
public final class Target {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Folder folder;
  private final Duration patience;
  private final Disk disk;

  /**
   * The folder at a path, which need not exist.
   *
   * @param name what messages and differences call it: its path from the project root
   */
  public Target(Path path, String name) {
    this(path, name, PATIENCE, Steps.UNWATCHED);
  }

  Target(Path path, String name, Duration patience, Steps steps) {
    this.folder = new Folder(path, name);
    this.patience = patience;
    this.disk = new Disk(steps);
  }

  /** The lock that the folder holds, if it holds a readable one. */
  public Optional<Lock> lock() {
    refuseFile();
    return Survey.lock(folder);
  }

  /**
   * How the folder differs from what is wanted there. Nothing is written, and no other run is
   * waited for: while one is at work, the answer is about the files before it or after it.
   *
   * @param wanted files with their lock, from {@link Lock#addTo}, or {@link FileSet#EMPTY}
   */
  public Comparison compare(FileSet wanted) {
    return survey(wanted).comparison();
  }

  /** The same as a unified diff, files in the order of their paths; empty if there is none. */
  public String difference(FileSet wanted) {
    Survey survey = survey(wanted);
    SortedSet<String> paths = new TreeSet<>(survey.comparison().written());
    paths.addAll(survey.comparison().removed());
    StringBuilder out = new StringBuilder();
    for (String path : paths) {
      byte[] present = survey.contents().get(path);
      String before = present == null ? null : new String(present, StandardCharsets.UTF_8);
      String after = wanted.content(path).orElse(null);
      out.append(Difference.of(folder.name() + "/" + path, before, after));
    }
    return out.toString();
  }

  /**
   * Makes the folder hold what is wanted, or touches nothing and names the files that would lose
   * what somebody wrote.
   *
   * @param wanted files with their lock, from {@link Lock#addTo}, or {@link FileSet#EMPTY}
   * @param overwrite whether such files may lose it
   * @throws OutputException if the folder cannot be written; the old files are in place then
   */
  public Outcome replace(FileSet wanted, boolean overwrite) {
    if (!Disk.exists(folder.work())) {
      // A folder that is up to date may be read-only, and is not so much as locked.
      Outcome settled = settled(survey(wanted).comparison(), overwrite);
      if (settled != null) {
        return settled;
      }
    }
    refuseFile();
    boolean isNew = !Files.exists(folder.root());
    try {
      Outcome outcome = replaceAlone(wanted, overwrite);
      if (wanted.isEmpty()) {
        deleteRoot();
      }
      return outcome;
    } catch (OutputException e) {
      if (isNew) {
        deleteRoot();
      }
      throw e;
    }
  }

  /**
   * Removes all that is ours, and the folder if nothing else is in it.
   *
   * @see #replace
   */
  public Outcome remove(boolean overwrite) {
    return replace(FileSet.EMPTY, overwrite);
  }

  private Outcome replaceAlone(FileSet wanted, boolean overwrite) {
    try (RunLock lock = RunLock.take(folder, disk, patience)) {
      try {
        Outcome outcome = recoverAndReplace(wanted, overwrite);
        lock.remove();
        return outcome;
      } catch (OutputException e) {
        lock.remove();
        throw e;
      }
    } catch (IOException e) {
      deleteQuietly(folder.work());
      throw folder.failure("cannot write", e, "nothing was changed");
    }
  }

  private Outcome recoverAndReplace(FileSet wanted, boolean overwrite) {
    Replacement replacement = new Replacement(folder, disk);
    try {
      replacement.recover(overwrite);
    } catch (IOException e) {
      throw unrestored(e);
    }
    Survey survey = survey(wanted);
    Comparison comparison = survey.comparison();
    Outcome settled = settled(comparison, overwrite);
    if (settled != null) {
      return settled;
    }
    try {
      replacement.carryOut(survey, wanted);
    } catch (IOException e) {
      try {
        replacement.recover(true);
      } catch (IOException again) {
        e.addSuppressed(again);
        throw unrestored(e);
      }
      throw folder.failure("cannot write", e, "nothing was changed");
    }
    try {
      replacement.finish();
    } catch (IOException e) {
      // Every file is in place; the next run sweeps up what is left in the work folder.
    }
    return replaced(comparison);
  }

  private OutputException unrestored(IOException e) {
    return folder.failure("cannot restore", e, "no old file is lost, run again to have them back");
  }

  private @Nullable Outcome settled(Comparison comparison, boolean overwrite) {
    if (!overwrite && !comparison.handEdited().isEmpty()) {
      return new Outcome.HandEdited(comparison.handEdited());
    }
    return comparison.upToDate() ? replaced(comparison) : null;
  }

  private static Outcome replaced(Comparison comparison) {
    return new Outcome.Replaced(comparison.written(), comparison.unchanged(), comparison.removed());
  }

  private Survey survey(FileSet wanted) {
    if (!wanted.isEmpty() && wanted.content(Lock.FILE).isEmpty()) {
      throw new IllegalArgumentException("the wanted files come without their lock");
    }
    refuseFile();
    return Survey.of(folder, wanted);
  }

  private void refuseFile() {
    Path existing = folder.root().toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      String what = Files.exists(folder.root()) ? "` is a file" : "` lies below a file";
      throw new OutputException(
          "`" + folder.name() + what + " where a folder is needed; move it away");
    }
    if (Files.isSymbolicLink(folder.work())) {
      throw new OutputException(
          folder.shown(FileSet.WORK) + " is a symbolic link and is not written through; remove it");
    }
  }

  private void deleteRoot() {
    deleteQuietly(folder.root());
  }

  /** Deletes an empty folder; one that is not, or cannot be deleted, does no harm. */
  private void deleteQuietly(Path path) {
    try {
      disk.delete(path);
    } catch (IOException e) {
      // Not ours alone, or not to be changed at all.
    }
  }
}
