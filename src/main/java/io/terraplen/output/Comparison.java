package io.terraplen.output;

import java.util.List;

/**
 * How a folder differs from the files that are wanted there. Paths are relative to the folder and
 * sorted; files that are neither wanted nor owned by the folder's lock are in none of the lists.
 *
 * @param written wanted, and new or different in the folder
 * @param unchanged wanted, and in the folder as wanted
 * @param removed in the folder, owned by its lock and not wanted any more
 * @param handEdited those of {@code written} and {@code removed} whose present text is not one that
 *     the lock records, so that somebody's work would be lost
 * @param interrupted whether an earlier replacement was killed half-way: the folder holds a
 *     mixture, and this is a comparison with what it held before, which the next replacement
 *     restores first
 */
public record Comparison(
    List<String> written,
    List<String> unchanged,
    List<String> removed,
    List<String> handEdited,
    boolean interrupted) {

  public Comparison {
    written = List.copyOf(written);
    unchanged = List.copyOf(unchanged);
    removed = List.copyOf(removed);
    handEdited = List.copyOf(handEdited);
  }

  /** Whether the folder holds what is wanted, and a replacement has nothing to do. */
  public boolean upToDate() {
    return written.isEmpty() && removed.isEmpty() && !interrupted;
  }
}
