package io.terraplen.output;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files in memory: contents by path, sorted by path. Paths are relative, with forward slashes, and
 * lead nowhere but below the folder that the set is written to; lines end in LF.
 */
public final class FileSet {

  /** No files at all. Replacing a folder's files by it removes what is ours there. */
  public static final FileSet EMPTY = new FileSet(Collections.emptySortedMap());

  /** Our own folder below a generated one, while a replacement is at work. */
  static final String WORK = ".terraplen";

  private final SortedMap<String, String> files;

  private FileSet(SortedMap<String, String> files) {
    this.files = Collections.unmodifiableSortedMap(files);
  }

  /**
   * A set of contents by path.
   *
   * @throws IllegalArgumentException if a path is not one that can be written, or if one file would
   *     have to be the folder of another
   */
  public static FileSet of(Map<String, String> files) {
    TreeMap<String, String> sorted = new TreeMap<>();
    files.forEach((path, content) -> sorted.put(checked(path), content.replace("\r\n", "\n")));
    for (String path : sorted.keySet()) {
      for (String folder = parent(path); !folder.isEmpty(); folder = parent(folder)) {
        if (sorted.containsKey(folder)) {
          throw new IllegalArgumentException(
              "`" + folder + "` cannot be both a file and the folder of `" + path + "`");
        }
      }
    }
    return new FileSet(sorted);
  }

  /** This set with one more file, or with another content for one. */
  public FileSet with(String path, String content) {
    Map<String, String> more = new TreeMap<>(files);
    more.put(path, content);
    return of(more);
  }

  /** The contents by path, sorted by path. */
  public SortedMap<String, String> files() {
    return files;
  }

  public Optional<String> content(String path) {
    return Optional.ofNullable(files.get(path));
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** What is written to disk for a path of this set. */
  byte[] bytes(String path) {
    return content(path).orElseThrow().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether a text names a file below a folder, on every operating system, outside of {@link
   * #WORK}. A lock or a journal is a file that anyone may have edited, so theirs are asked as well.
   */
  static boolean isPath(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    String first = path.substring(0, (path + "/").indexOf('/')).toLowerCase(Locale.ROOT);
    return !first.equals(WORK)
        && path.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == ':');
  }

  /** The folder that a path lies in; empty for one at the top. */
  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String checked(String path) {
    if (!isPath(path)) {
      throw new IllegalArgumentException("`" + path + "` is no path below a generated folder");
    }
    return path;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileSet set && files.equals(set.files);
  }

  @Override
  public int hashCode() {
    return files.hashCode();
  }

  /** The paths, for messages of tests. */
  @Override
  public String toString() {
    return files.keySet().toString();
  }
}
