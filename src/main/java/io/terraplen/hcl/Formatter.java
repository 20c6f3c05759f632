package io.terraplen.hcl;

import io.terraplen.hcl.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives HCL source the white space that {@code terraform fmt} gives it, without Terraform.
 *
 * <p>Only the white space between tokens changes: no token is added, dropped, spelled otherwise or
 * moved to another line. Three passes do it: each line's indentation, the space between neighbours
 * on a line, and the columns in which {@code =} and trailing comments of adjoining lines stand.
 *
 * <p>Where this differs from Terraform 1.11:
 *
 * <ul>
 *   <li>Terraform also rewrites some tokens: it unwraps <code>"${x}"</code>, quotes bare block
 *       labels and drops comments among them, turns a variable's type {@code "string"} into {@code
 *       string} and {@code list} into {@code list(any)}. Here they stay as written.
 *   <li>Terraform keeps CRLF. Here lines end in LF.
 *   <li>Terraform refuses a source that it cannot parse. Here one with an {@link Kind#INVALID}
 *       token comes back as it was but for its line ends; the grammar is not checked.
 * </ul>
 */
public final class Formatter {

  /** What may stand before a minus that negates; anything else before it is an operand. */
  private static final Set<String> BEFORE_NEGATION =
      Set.of(
          "(", "{", "[", "=", ":", ",", "?", "+", "-", "*", "/", "%", "!", "==", "!=", "<", "<=",
          ">", ">=", "&&", "||");

  /** What a reader takes for one character, such as a letter with its accent. */
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private final List<Token> tokens;

  /** The number of spaces before each token. */
  private final int[] spaces;

  private final List<Line> lines = new ArrayList<>();

  private Formatter(List<Token> tokens) {
    this.tokens = tokens;
    this.spaces = new int[tokens.size()];
  }

  /**
   * A line of tokens as three cells that follow each other, given by the positions of their tokens:
   * what leads, an assignment from its {@code =} on, and a trailing comment. All but the first may
   * be empty; a blank line's are. A heredoc is part of the line that opens it.
   */
  private record Line(int start, int assignment, int comment, int end) {
    boolean blank() {
      return start == end;
    }

    boolean assigns() {
      return assignment < comment;
    }

    boolean comments() {
      return comment < end;
    }
  }

  /** The source as {@code terraform fmt} would lay it out. Lines end in LF. */
  public static String format(String source) {
    String text = source.replace("\r\n", "\n");
    List<Token> tokens = Lexer.lex(text);
    for (Token token : tokens) {
      if (token.kind() == Kind.INVALID) {
        return text;
      }
    }
    Formatter formatter = new Formatter(tokens);
    formatter.cutLines();
    formatter.indent();
    formatter.space();
    formatter.alignAssignments();
    formatter.alignComments();
    return formatter.join();
  }

  private void cutLines() {
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Kind kind = tokens.get(i).kind();
      if (kind == Kind.NEWLINE || kind == Kind.END) {
        lines.add(line(start, i));
        start = i + 1;
      }
    }
  }

  private Line line(int start, int end) {
    int comment = end - start > 1 && endsInComment(end) ? end - 1 : end;
    for (int i = start + 1; i < comment; i++) {
      if (tokens.get(i).is("=")) {
        // What opens a bracket and leaves it open is no single line's value, so nothing aligns.
        return new Line(start, opened(i, comment) == 0 ? i : comment, comment, end);
      }
    }
    return new Line(start, comment, comment, end);
  }

  /** Whether the last token before {@code end} is a comment that nothing can follow. */
  private boolean endsInComment(int end) {
    Token last = tokens.get(end - 1);
    return last.kind() == Kind.COMMENT
        && (!last.text().startsWith("/*") || tokens.get(end).kind() == Kind.END);
  }

  /** How many more brackets open than close among these tokens. */
  private int opened(int from, int to) {
    int opened = 0;
    for (int i = from; i < to; i++) {
      opened += change(tokens.get(i));
    }
    return opened;
  }

  private void indent() {
    // One level for each line that left brackets open, however many: how many tells when it ends.
    Deque<Integer> levels = new ArrayDeque<>();
    for (Line line : lines) {
      if (line.blank()) {
        continue;
      }
      int opened = opened(line.start, leadEnd(line)) + opened(line.assignment, line.comment);
      if (opened < 0) {
        close(levels, -opened);
      }
      spaces[line.start] = 2 * levels.size();
      if (opened > 0) {
        levels.push(opened);
      }
    }
  }

  /** Where counting brackets in a line's lead ends: Terraform counts none in a heredoc there. */
  private int leadEnd(Line line) {
    for (int i = line.start; i < line.assignment; i++) {
      if (tokens.get(i).kind() == Kind.HEREDOC_OPEN) {
        return i;
      }
    }
    return line.assignment;
  }

  private static void close(Deque<Integer> levels, int brackets) {
    int left = brackets;
    while (left > 0 && !levels.isEmpty()) {
      int level = levels.pop();
      if (level > left) {
        levels.push(level - left);
      }
      left -= level;
    }
  }

  private void space() {
    for (Line line : lines) {
      spaceCell(line.start, line.assignment);
      spaceCell(line.assignment, line.comment);
      if (line.assigns()) {
        spaces[line.assignment] = 1;
      }
    }
  }

  private void spaceCell(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      Token before = i - 2 < from ? null : tokens.get(i - 2);
      spaces[i] = spaced(before, tokens.get(i - 1), tokens.get(i)) ? 1 : 0;
    }
  }

  /** Whether a space stands between two tokens; {@code before} is what precedes them. */
  private static boolean spaced(@Nullable Token before, Token left, Token right) {
    boolean name = left.kind() == Kind.IDENTIFIER;
    if (name && right.is("(")) {
      return false;
    }
    if ((name && right.is("::")) || (left.is("::") && right.kind() == Kind.IDENTIFIER)) {
      return false;
    }
    if (left.is(".") || right.is(".") || right.is(",") || right.is("...")) {
      return false;
    }
    if (left.is(",")) {
      return true;
    }
    if (joinsNext(left.kind()) || joinsPrevious(right.kind())) {
      return false;
    }
    if (left.isWord("in") && before != null && before.kind() == Kind.IDENTIFIER) {
      // for x in [...]: not an index into something called `in`
      return true;
    }
    if (right.is("[") && (name || left.kind() == Kind.NUMBER || change(left) < 0)) {
      return false;
    }
    if (left.is("!")) {
      return false;
    }
    if (left.is("-")) {
      return before != null
          && !(before.kind() == Kind.PUNCTUATION && BEFORE_NEGATION.contains(before.text()));
    }
    if (left.is("{") || right.is("}")) {
      return !(left.is("{") && right.is("}"));
    }
    if ((opensTemplate(left) && right.is("{"))
        || (left.is("}") && right.kind() == Kind.TEMPLATE_END)) {
      return true;
    }
    if (left.kind() == Kind.TEMPLATE_END && opensTemplate(right)) {
      return false;
    }
    return change(left) <= 0 && change(right) >= 0;
  }

  private static boolean joinsNext(Kind kind) {
    return kind == Kind.TEXT || kind == Kind.QUOTE_OPEN || kind == Kind.HEREDOC_OPEN;
  }

  private static boolean joinsPrevious(Kind kind) {
    return kind == Kind.TEXT || kind == Kind.QUOTE_CLOSE || kind == Kind.HEREDOC_CLOSE;
  }

  private static boolean opensTemplate(Token token) {
    return token.kind() == Kind.INTERPOLATION || token.kind() == Kind.DIRECTIVE;
  }

  /** 1 for a token that opens a bracket or a template sequence, -1 for one that closes, else 0. */
  private static int change(Token token) {
    if (opensTemplate(token)) {
      return 1;
    }
    if (token.kind() == Kind.TEMPLATE_END) {
      return -1;
    }
    if (token.kind() != Kind.PUNCTUATION || token.text().length() > 1) {
      return 0;
    }
    return switch (token.text().charAt(0)) {
      case '{', '[', '(' -> 1;
      case '}', ']', ')' -> -1;
      default -> 0;
    };
  }

  private void alignAssignments() {
    for (int i = 0; i < lines.size(); i++) {
      int first = i;
      int widest = 0;
      for (; i < lines.size() && lines.get(i).assigns(); i++) {
        widest = Math.max(widest, columns(lines.get(i).start, lines.get(i).assignment));
      }
      for (Line line : lines.subList(first, i)) {
        spaces[line.assignment] = widest - columns(line.start, line.assignment) + 1;
      }
    }
  }

  private void alignComments() {
    for (int i = 0; i < lines.size(); i++) {
      int first = i;
      int widest = 0;
      for (; i < lines.size() && lines.get(i).comments(); i++) {
        widest = Math.max(widest, columns(lines.get(i).start, lines.get(i).comment));
      }
      for (Line line : lines.subList(first, i)) {
        spaces[line.comment] = widest - columns(line.start, line.comment) + 1;
      }
    }
  }

  private int columns(int from, int to) {
    int columns = 0;
    for (int i = from; i < to; i++) {
      columns += spaces[i] + width(tokens.get(i).text());
    }
    return columns;
  }

  private static int width(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        Matcher graphemes = GRAPHEME.matcher(text);
        int width = 0;
        while (graphemes.find()) {
          width++;
        }
        return width;
      }
    }
    return text.length();
  }

  private String join() {
    StringBuilder out = new StringBuilder();
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      // What follows the last token belongs to no line: Terraform keeps it too.
      int before = token.kind() == Kind.END ? token.start() - end : spaces[i];
      out.append(" ".repeat(before)).append(token.text());
      end = token.end();
    }
    return out.toString();
  }
}
