package io.terraplen.descriptor;

import io.terraplen.text.Pos;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What a syntax error means to the person who wrote the file.
 *
 * @param culprit the line, from 1, that alone is at fault; 0 if that cannot be told
 */
record SyntaxError(String message, Pos pos, int culprit) {

  /**
   * Characters that begin something else than text, so that a value beginning with one needs
   * quotes.
   */
  private static final String INDICATORS = "*&!%@`|>?";

  static SyntaxError of(String file, String text, MarkedYamlEngineException e) {
    Optional<Mark> problemMark = e.getProblemMark();
    Optional<Mark> contextMark = e.getContextMark();
    Mark problem = problemMark.or(() -> contextMark).orElse(null);
    if (problem == null) {
      return new SyntaxError("not YAML", Pos.startOf(file), 0);
    }
    Mark context = contextMark.orElse(problem);
    String what = e.getProblem() == null ? "" : e.getProblem();
    String during = e.getContext() == null ? "" : e.getContext();
    int[] points = text.codePoints().toArray();

    if (during.contains("quoted scalar") && what.contains("end of stream")) {
      return at(file, context, "a quote opens here and is never closed", line(context));
    }
    if (during.contains("double-quoted scalar") && !what.contains("document separator")) {
      return at(
          file,
          problem,
          "an unknown escape in double quotes; write `\\\\` for a backslash, or use single quotes",
          line(problem));
    }
    if (charAt(points, problem) == '\t') {
      return at(file, problem, "a tab cannot indent YAML; use spaces", line(problem));
    }
    int before = during.contains("flow") ? dollarBefore(points, problem) : -1;
    if (before >= 0) {
      Mark mark = new Mark(file, 0, problem.getLine(), problem.getColumn() - before, new int[0], 0);
      return at(
          file,
          mark,
          "`${` inside `[...]` or `{...}` ends the text; put it in quotes",
          line(problem));
    }
    for (Mark mark : new Mark[] {context, problem}) {
      int c = charAt(points, mark);
      if (c > 0 && INDICATORS.indexOf(c) >= 0 && (mark == problem || isScanning(during))) {
        return at(
            file,
            mark,
            (c == '`' ? "a backtick" : "`" + Character.toString(c) + "`")
                + " cannot begin a text in YAML; put it in quotes",
            line(mark));
      }
    }
    if (what.contains("mapping values are not allowed")) {
      return at(
          file,
          problem,
          "a second colon in one value; put the value in quotes, or the keys on lines of their own",
          line(problem));
    }
    if (what.contains("could not find expected ':'")) {
      return at(file, context, "a key without a colon", line(context));
    }
    if (during.contains("flow mapping") || during.contains("flow sequence")) {
      return flow(
          file,
          context,
          problem,
          during.contains("flow mapping"),
          problem.getIndex() >= points.length);
    }
    if (during.contains("block mapping") || during.contains("block collection")) {
      return at(
          file,
          problem,
          "this does not fit the lines above; check the indentation and quotes",
          line(problem));
    }
    return at(file, problem, "not YAML from here on; check indentation, brackets and quotes", 0);
  }

  /**
   * Something between brackets: where they open on another line, the fault may be anywhere between.
   */
  private static SyntaxError flow(
      String file, Mark context, Mark problem, boolean mapping, boolean atEnd) {
    String opens = mapping ? "`{`" : "`[`";
    if (atEnd) {
      return at(file, context, opens + " is never closed", 0);
    }
    String message = "expected a comma or " + (mapping ? "`}`" : "`]`") + " before this";
    return line(context) == line(problem)
        ? at(file, problem, message, line(problem))
        : at(file, problem, message + ": " + opens + " is open since line " + line(context), 0);
  }

  private static boolean isScanning(String during) {
    return during.contains("scanning") && !during.contains("simple key");
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static SyntaxError at(String file, Mark mark, String message, int culprit) {
    return new SyntaxError(message, Pos.of(file, line(mark), mark.getColumn() + 1, 1), culprit);
  }

  /** The character at a mark; 0 at the end of the text. */
  private static int charAt(int[] points, Mark mark) {
    return mark.getIndex() < points.length ? points[mark.getIndex()] : 0;
  }

  /**
   * How many characters before a mark a <code>${</code> stands that the mark may suffer from; -1 if
   * none.
   */
  private static int dollarBefore(int[] points, Mark mark) {
    for (int back = 0; back <= mark.getColumn() && mark.getIndex() - back >= 0; back++) {
      int i = mark.getIndex() - back;
      if (i + 1 < points.length && points[i] == '$' && points[i + 1] == '{') {
        return back;
      }
      if (i < points.length && (points[i] == '"' || points[i] == '\'')) {
        return -1;
      }
    }
    return -1;
  }
}
