package io.terraplen.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A folder's present files against wanted ones.
 *
 * @param contents what stands in the folder at each path that would change
 */
record Survey(Comparison comparison, SortedMap<String, byte[]> contents) {

  /** Compares; where a replacement was killed half-way, with what was there before it. */
  static Survey of(Folder folder, FileSet wanted) {
    Optional<Journal> journal = folder.readJournal(folder.journal());
    Map<String, String> owned = Collections.emptyMap();
    Optional<Lock> lock = lock(folder, journal);
    if (lock.isPresent()) {
      owned = lock.get().files();
    }
    SortedSet<String> paths = new TreeSet<>(wanted.files().keySet());
    paths.addAll(owned.keySet());
    paths.add(Lock.FILE);
    List<String> written = new ArrayList<>();
    List<String> unchanged = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    List<String> handEdited = new ArrayList<>();
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (String path : paths) {
      byte[] present = read(folder, path, journal);
      boolean isWanted = wanted.content(path).isPresent();
      if (isWanted && present != null && Arrays.equals(present, wanted.bytes(path))) {
        unchanged.add(path);
        continue;
      }
      if (isWanted) {
        written.add(path);
      }
      if (present == null) {
        continue;
      }
      if (!isWanted) {
        removed.add(path);
      }
      contents.put(path, present);
      // The lock is ours whatever it holds: that of an unfinished merge is replaced.
      if (!path.equals(Lock.FILE) && !Lock.digest(present).equals(owned.get(path))) {
        handEdited.add(path);
      }
    }
    return new Survey(
        new Comparison(written, unchanged, removed, handEdited, journal.isPresent()), contents);
  }

  /** The folder's lock, where it has a readable one. */
  static Optional<Lock> lock(Folder folder) {
    return lock(folder, folder.readJournal(folder.journal()));
  }

  private static Optional<Lock> lock(Folder folder, Optional<Journal> journal) {
    byte[] text = read(folder, Lock.FILE, journal);
    return text == null ? Optional.empty() : Lock.read(new String(text, StandardCharsets.UTF_8));
  }

  /** A file's content, as it was before the replacement that a journal tells of. */
  private static byte @Nullable [] read(Folder folder, String path, Optional<Journal> journal) {
    if (journal.isPresent()) {
      List<Journal.Entry> entries = journal.get().entries();
      for (int i = 0; i < entries.size(); i++) {
        Journal.Entry entry = entries.get(i);
        if (!entry.path().equals(path)) {
          continue;
        }
        if (entry.before() != null && Disk.exists(folder.old(i))) {
          return folder.read(folder.root().relativize(folder.old(i)).toString().replace('\\', '/'));
        }
        if (entry.before() == null && !Disk.exists(folder.fresh(i))) {
          return null;
        }
      }
    }
    return folder.read(path);
  }
}
