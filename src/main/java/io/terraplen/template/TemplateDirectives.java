package io.terraplen.template;

import io.terraplen.text.Pos;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little that a template may hold: {@code <#list>}, {@code <#sep>}, {@code <#else>}, {@code
 * <#if>} on a flag or a presence, comments, and holes that name a value. Whatever needs more is
 * decided in Java, where it has a test.
 */
public final class TemplateDirectives {

  /** One thing in a template that does not belong there. */
  public record Problem(Pos pos, String message) {}

  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
  private static final String PATH = NAME + "(?:\\." + NAME + ")*";

  private static final Pattern HOLE = Pattern.compile("\\s*" + PATH + "\\s*");
  private static final Pattern LIST =
      Pattern.compile("\\s+" + PATH + "\\s+as\\s+" + NAME + "(?:\\s*,\\s*" + NAME + ")?\\s*");
  private static final Pattern IF = Pattern.compile("\\s+!?" + PATH + "(?:\\?\\?)?\\s*");

  /** Where something of FreeMarker begins; what it is shows in the group that took part. */
  private static final Pattern START =
      Pattern.compile("(?<comment><#--)|</?#(?<directive>[A-Za-z_]*)|(?<macro></?@)|(?<hole>\\[=)");

  private TemplateDirectives() {}

  /** All that a template may not hold, in the order of the file. */
  public static List<Problem> check(String path, String source) {
    List<Problem> problems = new ArrayList<>();
    Matcher start = START.matcher(source);
    int from = 0;
    while (start.find(from)) {
      int at = start.start();
      from = start.end();
      if (start.group("comment") != null) {
        int end = source.indexOf("-->", from);
        if (end < 0) {
          problems.add(problem(path, source, at, "this comment is not closed"));
          break;
        }
        from = end + 3;
      } else if (start.group("macro") != null) {
        problems.add(problem(path, source, at, "a template has no macros: decide it in the view"));
      } else {
        boolean hole = start.group("hole") != null;
        int end = source.indexOf(hole ? ']' : '>', from);
        if (end < 0) {
          problems.add(problem(path, source, at, "this is not closed"));
          break;
        }
        String inside = source.substring(from, end);
        boolean closing = source.charAt(at + 1) == '/';
        String message =
            hole ? ofHole(inside) : ofDirective(start.group("directive"), closing, inside);
        if (!message.isEmpty()) {
          problems.add(problem(path, source, at, message));
        }
      }
    }
    return List.copyOf(problems);
  }

  private static String ofHole(String inside) {
    return HOLE.matcher(inside).matches()
        ? ""
        : "`[=" + inside + "]` does more than name a value: decide it in the view";
  }

  private static String ofDirective(String name, boolean closing, String inside) {
    boolean bare = inside.isBlank();
    return switch (name) {
      case "list" ->
          (closing ? bare : LIST.matcher(inside).matches())
              ? ""
              : "write `<#list things as thing>`";
      case "if" ->
          (closing ? bare : IF.matcher(inside).matches())
              ? ""
              : "`<#if>` takes a flag or a presence, `x`, `!x` or `x??`: decide the rest in the view";
      case "sep" -> bare ? "" : "`<#sep>` takes nothing";
      case "else" -> bare && !closing ? "" : "write `<#else>`";
      default ->
          "`<#" + name + ">` has no place in a template: there are `list`, `sep`, `if` and `else`";
    };
  }

  private static Problem problem(String path, String source, int at, String message) {
    int line = 1;
    int lineStart = 0;
    for (int i = source.indexOf('\n'); i >= 0 && i < at; i = source.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    int column = source.codePointCount(lineStart, at) + 1;
    return new Problem(Pos.of(path, line, column, 0), message);
  }
}
