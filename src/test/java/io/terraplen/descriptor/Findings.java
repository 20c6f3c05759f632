package io.terraplen.descriptor;

import io.terraplen.finding.Finding;
import io.terraplen.text.Pos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Findings as these tests' goldens show them: place, message, rule, the marked text, hint and fix.
 */
final class Findings {

  private Findings() {}

  static String format(Path root, List<Finding> findings) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Finding finding : findings) {
      out.append(finding.pos()).append(": ").append(finding.message());
      out.append(" [").append(finding.rule()).append("]\n");
      out.append("  marks `").append(marked(root, finding.pos())).append('`');
      out.append(finding.at().isRoot() ? "" : " of " + finding.at()).append('\n');
      if (finding.hint() != null) {
        out.append("  hint: ").append(finding.hint()).append('\n');
      }
      if (finding.fix() != null) {
        out.append("  fix: ").append(finding.fix()).append('\n');
      }
    }
    return out.toString();
  }

  private static String marked(Path root, Pos pos) throws IOException {
    Path file = root.resolve(pos.file());
    if (!Files.isRegularFile(file)) {
      return "";
    }
    String[] lines = Files.readString(file).split("\r?\n", -1);
    StringBuilder marked = new StringBuilder();
    for (int line = pos.line(); line <= Math.min(pos.endLine(), lines.length); line++) {
      int[] points = lines[line - 1].codePoints().toArray();
      int from = line == pos.line() ? pos.column() - 1 : 0;
      int to = line == pos.endLine() ? Math.min(points.length, pos.endColumn() - 1) : points.length;
      marked.append(line == pos.line() ? "" : "\\n");
      if (from < to) {
        marked.append(new String(points, from, to - from));
      }
    }
    return marked.toString();
  }
}
