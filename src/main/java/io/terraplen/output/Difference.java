package io.terraplen.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The unified diff of two texts: what {@code diff -u} prints, with three lines of context.
 *
 * <p>Lines that occur once in either text are matched first, in their longest common order, and the
 * stretches between them by Myers' shortest edit. A stretch that would take too many edits counts
 * as replaced, so the effort stays near the length of the texts.
 */
public final class Difference {

  private static final int CONTEXT = 3;

  /** More edits than a reader would follow in one stretch. */
  private static final int MOST_EDITS = 500;

  private final List<String> before;
  private final List<String> after;
  private final int[] a;
  private final int[] b;
  private final boolean[] deleted;
  private final boolean[] inserted;

  private Difference(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    Map<String, Integer> numbers = new HashMap<>();
    this.a = numbered(before, numbers);
    this.b = numbered(after, numbers);
    this.deleted = new boolean[a.length];
    this.inserted = new boolean[b.length];
    match(0, a.length, 0, b.length);
  }

  /**
   * The difference of one file, with its two lines of header; empty if there is none.
   *
   * @param path as the header shows it, after {@code a/} and {@code b/}
   * @param before the old text, or nothing for a new file
   * @param after the new text, or nothing for a removed file
   */
  public static String of(String path, @Nullable String before, @Nullable String after) {
    if (before == null ? after == null : before.equals(after)) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    out.append("--- ").append(before == null ? "/dev/null" : "a/" + path).append('\n');
    out.append("+++ ").append(after == null ? "/dev/null" : "b/" + path).append('\n');
    new Difference(lines(before), lines(after)).print(out);
    return out.toString();
  }

  /** The lines with their ends, so that a last line without one differs from one with it. */
  private static List<String> lines(@Nullable String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (text != null && from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, next));
      from = next;
    }
    return lines;
  }

  private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
    int[] result = new int[lines.size()];
    for (int i = 0; i < result.length; i++) {
      Integer known = numbers.putIfAbsent(lines.get(i), numbers.size());
      result[i] = known == null ? numbers.size() - 1 : known;
    }
    return result;
  }

  private void match(int aFrom, int aTo, int bFrom, int bTo) {
    int aLow = aFrom;
    int bLow = bFrom;
    while (aLow < aTo && bLow < bTo && a[aLow] == b[bLow]) {
      aLow++;
      bLow++;
    }
    int aHigh = aTo;
    int bHigh = bTo;
    while (aLow < aHigh && bLow < bHigh && a[aHigh - 1] == b[bHigh - 1]) {
      aHigh--;
      bHigh--;
    }
    if (aLow == aHigh || bLow == bHigh) {
      replace(aLow, aHigh, bLow, bHigh);
      return;
    }
    List<int[]> anchors = anchors(aLow, aHigh, bLow, bHigh);
    if (anchors.isEmpty()) {
      shortestEdit(aLow, aHigh, bLow, bHigh);
      return;
    }
    for (int[] anchor : anchors) {
      match(aLow, anchor[0], bLow, anchor[1]);
      aLow = anchor[0] + 1;
      bLow = anchor[1] + 1;
    }
    match(aLow, aHigh, bLow, bHigh);
  }

  private void replace(int aFrom, int aTo, int bFrom, int bTo) {
    Arrays.fill(deleted, aFrom, aTo, true);
    Arrays.fill(inserted, bFrom, bTo, true);
  }

  /** Pairs of lines that occur once in either stretch: the longest run of them in common order. */
  private List<int[]> anchors(int aFrom, int aTo, int bFrom, int bTo) {
    Map<Integer, Integer> inA = onlyOnce(a, aFrom, aTo);
    Map<Integer, Integer> inB = onlyOnce(b, bFrom, bTo);
    List<int[]> pairs = new ArrayList<>();
    for (int i = aFrom; i < aTo; i++) {
      Integer j = inA.getOrDefault(a[i], -1) >= 0 ? inB.get(a[i]) : null;
      if (j != null && j >= 0) {
        pairs.add(new int[] {i, j});
      }
    }
    return longestAscending(pairs);
  }

  /** The place of each line that occurs once; -1 for those that occur more often. */
  private static Map<Integer, Integer> onlyOnce(int[] lines, int from, int to) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = from; i < to; i++) {
      places.merge(lines[i], i, (first, again) -> -1);
    }
    return places;
  }

  /** The longest part of the pairs, kept in order, in which the second numbers ascend as well. */
  private static List<int[]> longestAscending(List<int[]> pairs) {
    int[] ends = new int[pairs.size()]; // by length: the pair with the least end so far
    int[] previous = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    int[][] result = new int[length][];
    int pair = length == 0 ? -1 : ends[length - 1];
    for (int i = length - 1; i >= 0; i--) {
      result[i] = pairs.get(pair);
      pair = previous[pair];
    }
    return List.of(result);
  }

  /**
   * Myers' greedy search: after d edits, {@code reach[k]} is how far into the old text a path on
   * diagonal k (old minus new position) has come; the rounds are kept to walk back.
   */
  private void shortestEdit(int aFrom, int aTo, int bFrom, int bTo) {
    int n = aTo - aFrom;
    int m = bTo - bFrom;
    int most = Math.min(n + m, MOST_EDITS);
    int middle = most + 1;
    int[] reach = new int[2 * most + 3];
    List<int[]> rounds = new ArrayList<>();
    for (int d = 0; d <= most; d++) {
      rounds.add(Arrays.copyOfRange(reach, middle - d - 1, middle + d + 2));
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1]);
        int x = down ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
        while (x < n && x - k < m && a[aFrom + x] == b[bFrom + x - k]) {
          x++;
        }
        reach[middle + k] = x;
        if (x >= n && x - k >= m) {
          walkBack(rounds, aFrom, n, bFrom, m);
          return;
        }
      }
    }
    replace(aFrom, aTo, bFrom, bTo);
  }

  private void walkBack(List<int[]> rounds, int aFrom, int n, int bFrom, int m) {
    int x = n;
    int y = m;
    for (int d = rounds.size() - 1; d > 0; d--) {
      int[] reach = rounds.get(d); // as round d found it; diagonal 0 is at d + 1
      int k = x - y;
      boolean down = k == -d || (k != d && reach[d + k] < reach[d + k + 2]);
      int from = down ? k + 1 : k - 1;
      x = reach[d + 1 + from];
      y = x - from;
      if (down) {
        inserted[bFrom + y] = true;
      } else {
        deleted[aFrom + x] = true;
      }
    }
  }

  private void print(StringBuilder out) {
    int i = 0;
    int j = 0;
    while (true) {
      while (equalAt(i, j)) {
        i++;
        j++;
      }
      if (i == a.length && j == b.length) {
        return;
      }
      int lead = Math.min(CONTEXT, i);
      int aStart = i - lead;
      int bStart = j - lead;
      i = aStart;
      j = bStart;
      StringBuilder hunk = new StringBuilder();
      int equal = 0;
      while (i < a.length || j < b.length) {
        if (i < a.length && deleted[i]) {
          line(hunk, '-', before.get(i++));
          equal = 0;
        } else if (j < b.length && inserted[j]) {
          line(hunk, '+', after.get(j++));
          equal = 0;
        } else if (equal >= CONTEXT && !changesSoon(i, j)) {
          break;
        } else {
          line(hunk, ' ', before.get(i++));
          j++;
          equal++;
        }
      }
      out.append("@@ -").append(range(aStart, i - aStart));
      out.append(" +").append(range(bStart, j - bStart)).append(" @@\n").append(hunk);
    }
  }

  /** Whether a change comes so soon that its context would touch that of the last one. */
  private boolean changesSoon(int i, int j) {
    for (int equal = 0; equal <= CONTEXT; equal++) {
      boolean more = i + equal < a.length || j + equal < b.length;
      if (more && !equalAt(i + equal, j + equal)) {
        return true;
      }
    }
    return false;
  }

  private boolean equalAt(int i, int j) {
    return i < a.length && j < b.length && !deleted[i] && !inserted[j];
  }

  /** A range as headers count: a stretch of no lines stands after the line before it. */
  private static String range(int from, int length) {
    int line = length == 0 ? from : from + 1;
    return length == 1 ? String.valueOf(line) : line + "," + length;
  }

  private static void line(StringBuilder out, char mark, String line) {
    out.append(mark).append(line);
    if (!line.endsWith("\n")) {
      out.append("\n\\ No newline at end of file\n");
    }
  }
}
