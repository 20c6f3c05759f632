package io.terraplen.text;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A range of characters in a file. Lines and columns count from 1, columns in code points; the end
 * is exclusive, so a word of five letters at column 3 ends at column 8.
 *
 * @param file the path as findings print it: relative to the project root, with forward slashes
 */
public record Pos(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<Pos> {

  private static final Comparator<Pos> ORDER =
      Comparator.comparing(Pos::file)
          .thenComparingInt(Pos::line)
          .thenComparingInt(Pos::column)
          .thenComparingInt(Pos::endLine)
          .thenComparingInt(Pos::endColumn);

  /** A range within one line. */
  public static Pos of(String file, int line, int column, int width) {
    return new Pos(file, line, column, line, column + width);
  }

  /** The start of a file, for what concerns the file as a whole. */
  public static Pos startOf(String file) {
    return of(file, 1, 1, 0);
  }

  // Written out: what a record makes of these is built at run time, which a short run pays for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pos pos
        && line == pos.line
        && column == pos.column
        && endLine == pos.endLine
        && endColumn == pos.endColumn
        && file.equals(pos.file);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + line) + column;
  }

  @Override
  public int compareTo(Pos other) {
    return ORDER.compare(this, other);
  }

  /** The form that editors and terminals make clickable: {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
