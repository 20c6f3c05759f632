package io.terraplen.report;

import io.terraplen.finding.Finding;
import io.terraplen.finding.Severity;
import io.terraplen.text.Pos;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Findings as a compiler prints them: place and message, the line with a caret, what to do.
 * Readable at 80 columns and without colour; columns count code points.
 */
public final class TextReport {

  /** A longer source line is shown in part, around the caret. */
  private static final int WIDEST = 100;

  private static final int LEAD = 30;
  private static final String RESET = "\u001B[0m";

  private final Function<String, List<String>> lines;
  private final boolean color;

  /**
   * A report.
   *
   * @param lines the lines of a file, none where it cannot be read
   * @param color whether to colour severities and carets for a terminal
   */
  public TextReport(Function<String, List<String>> lines, boolean color) {
    this.lines = lines;
    this.color = color;
  }

  /** The findings in their order, and how many there are of each severity; nothing for none. */
  public String print(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    findings.forEach(finding -> print(finding, out));
    return out.append(summary(findings)).append('\n').toString();
  }

  private void print(Finding finding, StringBuilder out) {
    String severity =
        finding.waived() == null ? finding.severity().toString() : "waived " + finding.severity();
    out.append(finding.pos())
        .append(": ")
        .append(paint(finding.severity(), severity))
        .append(": ")
        .append(finding.message())
        .append("  [")
        .append(finding.rule())
        .append("]\n");
    if (finding.waived() != null) {
      Finding.Waived waived = finding.waived();
      out.append("  until ").append(waived.until()).append(" by ").append(waived.owner());
      out.append(": ").append(waived.reason().strip().replaceAll("\\s+", " ")).append("\n\n");
      return;
    }
    snippet(finding, out);
    finding
        .origins()
        .forEach(
            origin ->
                out.append("  from ")
                    .append(origin.file())
                    .append(':')
                    .append(origin.line())
                    .append('\n'));
    advice(finding, out);
    out.append('\n');
  }

  private void snippet(Finding finding, StringBuilder out) {
    Pos pos = finding.pos();
    List<String> all = lines.apply(pos.file());
    if (finding.confidential()
        || pos.line() > all.size()
        || (pos.line() == 1 && pos.endColumn() == 1 && pos.endLine() == 1)) {
      // Nothing to underline: the finding is about the file, or about what must not be shown.
      if (finding.hint() != null) {
        out.append("  ").append(finding.hint()).append('\n');
      }
      return;
    }
    int[] line = all.get(pos.line() - 1).codePoints().toArray();
    int from = Math.min(pos.column() - 1, line.length);
    int to = pos.endLine() > pos.line() ? line.length : Math.min(pos.endColumn() - 1, line.length);
    int cut = line.length > WIDEST && from > LEAD ? from - LEAD : 0;
    int end = Math.min(line.length, cut + WIDEST);
    String number = String.format(Locale.ROOT, "%5d", pos.line());
    out.append(number).append(" | ").append(cut > 0 ? "… " : "");
    out.append(new String(line, cut, end - cut)).append(end < line.length ? " …" : "").append('\n');
    out.append(" ".repeat(number.length())).append(" | ").append(cut > 0 ? "  " : "");
    for (int i = cut; i < from; i++) {
      // A tab stays a tab, and a wide character takes two columns, so that the caret stands below.
      out.append(line[i] == '\t' ? "\t" : isWide(line[i]) ? "  " : " ");
    }
    int width = 0;
    for (int i = from; i < Math.min(to, end); i++) {
      width += isWide(line[i]) ? 2 : 1;
    }
    out.append(paint(finding.severity(), "^".repeat(Math.max(1, width))));
    if (finding.hint() != null) {
      out.append(' ').append(finding.hint());
    }
    out.append('\n');
  }

  private static boolean isWide(int codePoint) {
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return codePoint >= 0x1F300
        || script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || script == Character.UnicodeScript.HANGUL;
  }

  private static void advice(Finding finding, StringBuilder out) {
    String explain = "gen explain " + finding.rule();
    if (finding.fix() != null) {
      out.append("  fix: ").append(finding.fix()).append("     ");
    } else if (finding.consider() != null) {
      out.append("  consider: ").append(finding.consider()).append("     ");
    } else {
      out.append("  ");
    }
    out.append(explain).append('\n');
  }

  private static String summary(List<Finding> findings) {
    List<String> counts = new ArrayList<>();
    for (Severity severity :
        List.of(Severity.ERROR, Severity.DANGER, Severity.WARNING, Severity.NOTE)) {
      long count =
          findings.stream()
              .filter(each -> each.severity() == severity && each.waived() == null)
              .count();
      if (count > 0) {
        counts.add(count + " " + severity + (count == 1 || severity == Severity.DANGER ? "" : "s"));
      }
    }
    long waived = findings.stream().filter(each -> each.waived() != null).count();
    if (waived > 0) {
      counts.add(waived + " waived");
    }
    return String.join(", ", counts);
  }

  private String paint(Severity severity, String text) {
    if (!color) {
      return text;
    }
    String code =
        switch (severity) {
          case ERROR -> "\u001B[1;31m";
          case DANGER -> "\u001B[31m";
          case WARNING -> "\u001B[33m";
          default -> "\u001B[36m";
        };
    return code + text + RESET;
  }
}
