package io.terraplen.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replacement is about to do, in enough detail to undo it. Removals come before the files
 * that are written, so that a file can give way to a folder and a folder to a file.
 *
 * @param entries the files; the position of an entry names its two files in the work folder
 * @param folders those that the replacement makes, each before those in it
 */
record Journal(List<Entry> entries, List<String> folders) {

  /**
   * One file.
   *
   * @param before the digest of what it held, if it was there
   * @param after the digest of what it shall hold, if it shall be there
   */
  record Entry(String path, @Nullable String before, @Nullable String after) {

    boolean removes() {
      return after == null;
    }
  }

  private static final String HEADER = "terraplen journal 1";
  private static final String NONE = "-";

  Journal {
    entries = List.copyOf(entries);
    folders = List.copyOf(folders);
  }

  /** One line each; no path of ours holds a line break. */
  String text() {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    for (Entry entry : entries) {
      out.append("file ").append(orNone(entry.before)).append(' ').append(orNone(entry.after));
      out.append(' ').append(entry.path).append('\n');
    }
    for (String folder : folders) {
      out.append("folder ").append(folder).append('\n');
    }
    return out.append("end\n").toString();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if the text is no whole journal
   */
  static Journal parse(String text) {
    List<String> lines = text.lines().toList();
    expect(lines.size() >= 2 && lines.get(0).equals(HEADER));
    expect(lines.get(lines.size() - 1).equals("end"));
    List<Entry> entries = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      if (line.startsWith("folder ")) {
        folders.add(path(line.substring("folder ".length())));
      } else {
        String[] words = line.split(" ", 4);
        expect(words.length == 4 && words[0].equals("file"));
        entries.add(new Entry(path(words[3]), orNull(words[1]), orNull(words[2])));
      }
    }
    return new Journal(entries, folders);
  }

  private static String path(String text) {
    expect(FileSet.isPath(text));
    return text;
  }

  private static String orNone(@Nullable String digest) {
    return digest == null ? NONE : digest;
  }

  private static @Nullable String orNull(String word) {
    return word.equals(NONE) ? null : word;
  }

  private static void expect(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("no journal");
    }
  }
}
