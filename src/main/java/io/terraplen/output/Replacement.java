package io.terraplen.output;

import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps that replace files, and the way back. For the holder of a {@link RunLock}.
 *
 * <p>New contents are prepared in the work folder; then the journal appears, as a whole; then each
 * old file moves into the work folder and each new one out of it, the lock last; then the journal
 * becomes {@code committed}. Up to that moment everything can be undone, for no old content was
 * deleted, and {@link #recover} undoes it; from that moment on only our leavings remain to be
 * swept. Each step of an undoing can be repeated, so it may be killed as well.
 *
 * <p>{@code ReplacementTest} stops after each step.
 */
final class Replacement {

  private final Folder folder;
  private final Disk disk;

  Replacement(Folder folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /**
   * Brings the folder to what it held before a replacement that was killed, or sweeps up after one
   * that was complete.
   *
   * @param overwrite whether files that were edited since then may be lost
   * @throws OutputException if there are such files and they may not
   */
  void recover(boolean overwrite) throws IOException {
    if (!Files.exists(folder.committed())) {
      Journal journal = folder.readJournal(folder.journal()).orElse(null);
      if (journal != null) {
        if (!overwrite) {
          refuseEdited(journal);
        }
        undo(journal);
      }
    }
    finish();
  }

  /** Replaces the files that differ. */
  void carryOut(Survey survey, FileSet wanted) throws IOException {
    Journal journal = plan(survey, wanted);
    refuseObstacles(journal);
    List<Journal.Entry> entries = journal.entries();
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).removes()) {
        // Not written through: new content that a power cut takes differs from the lock, and is
        // found. What must not get lost is the way back to the old files.
        disk.write(folder.fresh(i), wanted.bytes(entries.get(i).path()));
      }
    }
    Path draft = folder.work().resolve("journal.new");
    disk.writeThrough(draft, journal.text().getBytes(StandardCharsets.UTF_8));
    disk.move(draft, folder.journal());
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).removes()) {
        disk.move(folder.at(entries.get(i).path()), folder.old(i));
      }
    }
    for (Journal.Entry entry : entries) {
      if (!entry.removes() && Disk.isFolder(folder.at(entry.path()))) {
        deleteEmptied(folder.at(entry.path()));
      }
    }
    for (String path : journal.folders()) {
      disk.createFolders(folder.at(path));
    }
    for (int i = 0; i < entries.size(); i++) {
      Journal.Entry entry = entries.get(i);
      if (entry.removes()) {
        continue;
      }
      if (entry.before() != null) {
        disk.move(folder.at(entry.path()), folder.old(i));
      }
      disk.move(folder.fresh(i), folder.at(entry.path()));
    }
    disk.move(folder.journal(), folder.committed());
  }

  private Journal plan(Survey survey, FileSet wanted) {
    List<Journal.Entry> removals = new ArrayList<>();
    for (String path : lockLast(survey.comparison().removed())) {
      removals.add(new Journal.Entry(path, before(survey, path), null));
    }
    List<Journal.Entry> entries = new ArrayList<>(removals);
    SortedSet<String> folders = new TreeSet<>();
    for (String path : lockLast(survey.comparison().written())) {
      String after = Lock.digest(wanted.bytes(path));
      entries.add(new Journal.Entry(path, before(survey, path), after));
      for (String up = FileSet.parent(path); !up.isEmpty(); up = FileSet.parent(up)) {
        if (!Disk.isFolder(folder.at(up))) {
          folders.add(up);
        }
      }
    }
    return new Journal(entries, List.copyOf(folders));
  }

  private static @Nullable String before(Survey survey, String path) {
    byte[] content = survey.contents().get(path);
    return content == null ? null : Lock.digest(content);
  }

  private static List<String> lockLast(List<String> paths) {
    List<String> ordered = new ArrayList<>(paths);
    if (ordered.remove(Lock.FILE)) {
      ordered.add(Lock.FILE);
    }
    return ordered;
  }

  /** Finds what is not ours where a file or a folder of ours is to be, before anything moves. */
  private void refuseObstacles(Journal journal) throws IOException {
    SortedSet<String> leaving = new TreeSet<>();
    for (Journal.Entry entry : journal.entries()) {
      if (entry.removes()) {
        for (String up = entry.path(); !up.isEmpty(); up = FileSet.parent(up)) {
          leaving.add(up);
        }
      }
    }
    for (String path : journal.folders()) {
      if (Disk.exists(folder.at(path)) && !leaving.contains(path)) {
        throw new OutputException(
            folder.shown(path) + " is a file where a folder is needed; move it away");
      }
    }
    for (Journal.Entry entry : journal.entries()) {
      Path file = folder.at(entry.path());
      if (entry.removes() || !Disk.isFolder(file)) {
        continue;
      }
      try (Stream<Path> below = Files.walk(file)) {
        if (!below.allMatch(path -> leaving.contains(relative(path)))) {
          throw new OutputException(
              folder.shown(entry.path()) + " is a folder where a file is needed; move it away");
        }
      }
    }
  }

  private String relative(Path path) {
    return folder.root().relativize(path).toString().replace('\\', '/');
  }

  private void deleteEmptied(Path top) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> below = Files.walk(top)) {
      deepestFirst = below.sorted(reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      disk.delete(path);
    }
  }

  private void refuseEdited(Journal journal) {
    List<Journal.Entry> entries = journal.entries();
    for (int i = 0; i < entries.size(); i++) {
      Journal.Entry entry = entries.get(i);
      boolean undoes =
          entry.before() != null ? Disk.exists(folder.old(i)) : !Disk.exists(folder.fresh(i));
      byte[] content = undoes ? folder.read(entry.path()) : null;
      if (content != null) {
        String digest = Lock.digest(content);
        if (!digest.equals(entry.before()) && !digest.equals(entry.after())) {
          throw new OutputException(
              folder.shown(entry.path())
                  + " was edited after an interrupted run; move it away or give `--overwrite`");
        }
      }
    }
  }

  /** The replacement backwards; what was already undone, or never done, is passed over. */
  private void undo(Journal journal) throws IOException {
    List<Journal.Entry> entries = journal.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Journal.Entry entry = entries.get(i);
      if (!entry.removes() && entry.before() == null && !Disk.exists(folder.fresh(i))) {
        deleteFile(folder.at(entry.path()));
      } else if (!entry.removes() && Disk.exists(folder.old(i))) {
        disk.move(folder.old(i), folder.at(entry.path()));
      }
    }
    for (int i = journal.folders().size() - 1; i >= 0; i--) {
      deleteIfEmpty(folder.at(journal.folders().get(i)));
    }
    for (int i = 0; i < entries.size(); i++) {
      Journal.Entry entry = entries.get(i);
      if (entry.removes() && Disk.exists(folder.old(i))) {
        disk.createFolders(folder.at(entry.path()).toAbsolutePath().getParent());
        disk.move(folder.old(i), folder.at(entry.path()));
      }
    }
    disk.delete(folder.journal());
  }

  /** A file of ours; since it was written, or undone, a folder may have taken its place. */
  private void deleteFile(Path file) throws IOException {
    if (!Disk.isFolder(file)) {
      disk.delete(file);
    }
  }

  /** Whether a folder is gone. One that holds something stays; so may an empty one: no harm. */
  private boolean deleteIfEmpty(Path path) {
    if (!Disk.isFolder(path)) {
      return !Disk.exists(path);
    }
    try {
      disk.delete(path);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Sweeps up after a complete replacement or an undone one. The last thing to go is what says that
   * the replacement was complete.
   */
  void finish() throws IOException {
    Journal done = folder.readJournal(folder.committed()).orElse(null);
    if (done != null) {
      for (Journal.Entry entry : done.entries()) {
        String up = entry.removes() ? FileSet.parent(entry.path()) : "";
        while (!up.isEmpty() && deleteIfEmpty(folder.at(up))) {
          up = FileSet.parent(up);
        }
      }
    }
    for (Path leaving : leavings()) {
      disk.delete(leaving);
    }
    disk.delete(folder.committed());
  }

  private List<Path> leavings() throws IOException {
    try (Stream<Path> files = Files.list(folder.work())) {
      return files.filter(file -> isLeaving(file.getFileName().toString())).sorted().toList();
    }
  }

  private static boolean isLeaving(String name) {
    return name.endsWith(".new") || name.endsWith(".old");
  }
}
