package io.terraplen.hcl;

import io.terraplen.hcl.Hcl.Parsed;
import io.terraplen.hcl.Token.Kind;
import io.terraplen.text.Pos;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens into a tree. After a mistake it goes on with the next line, so that one file can
 * tell several.
 */
final class Parser {

  /** Deeper nesting is refused: no configuration has it, and the stack has an end. */
  private static final int DEEPEST = 150;

  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("||", 1),
          Map.entry("&&", 2),
          Map.entry("==", 3),
          Map.entry("!=", 3),
          Map.entry("<", 4),
          Map.entry("<=", 4),
          Map.entry(">", 4),
          Map.entry(">=", 4),
          Map.entry("+", 5),
          Map.entry("-", 5),
          Map.entry("*", 6),
          Map.entry("/", 6),
          Map.entry("%", 6));

  /** A mistake; caught where the line that holds it ends. */
  private static final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;

    Mistake(String message) {
      super(message, null, false, false);
    }
  }

  private final String file;
  private final List<Token> tokens;
  private final List<Diagnostic> problems = new ArrayList<>();
  private int at;
  private int depth;

  /** How many brackets around the present expression make newlines white space. */
  private int flat;

  Parser(String file, List<Token> tokens) {
    this.file = file;
    this.tokens = tokens;
  }

  Parsed file() {
    Body body = body(false);
    return new Parsed(body, problems);
  }

  // --- bodies

  private Body body(boolean braces) {
    List<Body.Element> elements = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    int commentLine = 0;
    while (true) {
      Token token = tokens.get(at);
      if (token.kind() == Kind.END || (braces && token.is("}"))) {
        return new Body(elements);
      }
      if (token.kind() == Kind.NEWLINE) {
        at++;
      } else if (token.kind() == Kind.COMMENT) {
        // Comments belong to the block below them only if no line lies between.
        if (token.line() != commentLine + 1) {
          comments.clear();
        }
        comments.add(plain(token));
        commentLine = token.line();
        at++;
      } else {
        if (token.line() != commentLine + 1) {
          comments.clear();
        }
        element(elements, List.copyOf(comments));
        comments.clear();
      }
    }
  }

  private static String plain(Token comment) {
    String text = comment.text();
    if (text.startsWith("/*")) {
      return text.substring(2, text.length() - 2).strip();
    }
    return text.substring(text.startsWith("#") ? 1 : 2).strip();
  }

  private void element(List<Body.Element> elements, List<String> comments) {
    Token first = tokens.get(at);
    int start = at;
    int outerDepth = depth;
    int outerFlat = flat;
    try {
      if (first.kind() != Kind.IDENTIFIER) {
        throw new Mistake("expected a block or an argument, got " + shown(first));
      }
      at++;
      Token next = tokens.get(at);
      if (next.is("=")) {
        at++;
        Expression value = expression();
        elements.add(new Body.Attribute(first.text(), pos(first), value));
        endOfLine("the argument `" + first.text() + "`");
      } else {
        elements.add(block(first, comments));
        endOfLine("the block `" + first.text() + "`");
      }
    } catch (Mistake mistake) {
      problems.add(new Diagnostic(pos(tokens.get(at)), mistake.getMessage()));
      depth = outerDepth;
      flat = outerFlat;
      recover(start);
    }
  }

  private Body.Block block(Token type, List<String> comments) throws Mistake {
    List<String> labels = new ArrayList<>();
    while (true) {
      Token token = tokens.get(at);
      if (token.kind() == Kind.IDENTIFIER) {
        labels.add(token.text());
        at++;
      } else if (token.kind() == Kind.QUOTE_OPEN) {
        labels.add(label());
      } else {
        break;
      }
    }
    if (!tokens.get(at).is("{")) {
      throw new Mistake(
          "expected `=` or a block's `{` after `"
              + type.text()
              + "`, got "
              + shown(tokens.get(at)));
    }
    nest();
    at++;
    String headerComment = "";
    if (tokens.get(at).kind() == Kind.COMMENT) {
      headerComment = plain(tokens.get(at));
      at++;
    }
    int outer = flat;
    flat = 0;
    Body body = body(true);
    flat = outer;
    depth--;
    if (!tokens.get(at).is("}")) {
      throw new Mistake(
          "the block `" + type.text() + "` of line " + type.line() + " is not closed");
    }
    at++;
    return new Body.Block(type.text(), pos(type), labels, body, comments, headerComment);
  }

  private String label() throws Mistake {
    Expression label = quoted();
    return label.asText().orElseThrow(() -> new Mistake("a block's label takes no template"));
  }

  private void endOfLine(String what) throws Mistake {
    if (tokens.get(at).kind() == Kind.COMMENT) {
      at++;
    }
    Token token = tokens.get(at);
    if (token.kind() != Kind.NEWLINE && token.kind() != Kind.END && !token.is("}")) {
      throw new Mistake("expected the end of the line after " + what + ", got " + shown(token));
    }
  }

  /** Goes on behind the line of the mistake, and behind the brackets that the element opened. */
  private void recover(int start) {
    Deque<Token> open = new ArrayDeque<>();
    int end = Math.max(at, start + 1);
    for (at = start; tokens.get(at).kind() != Kind.END; at++) {
      Token token = tokens.get(at);
      if (at >= end && open.isEmpty() && (token.kind() == Kind.NEWLINE || token.is("}"))) {
        return;
      }
      if (isOpening(token)) {
        open.push(token);
      } else if (isClosing(token) && !open.isEmpty()) {
        if (token.is("}") && (open.element().is("[") || open.element().is("("))) {
          // A brace closes no list: it ends the block around it.
          return;
        }
        open.pop();
      }
    }
  }

  private static boolean isOpening(Token token) {
    return token.kind() == Kind.INTERPOLATION
        || token.kind() == Kind.DIRECTIVE
        || token.is("{")
        || token.is("[")
        || token.is("(");
  }

  private static boolean isClosing(Token token) {
    return token.kind() == Kind.TEMPLATE_END || token.is("}") || token.is("]") || token.is(")");
  }

  // --- expressions

  private Expression expression() throws Mistake {
    nest();
    skipNewlines();
    Expression condition = binary(1);
    skipNewlines();
    if (tokens.get(at).is("?")) {
      at++;
      skipNewlines();
      Expression yes = expression();
      skipNewlines();
      expect(":", "a conditional");
      skipNewlines();
      Expression no = expression();
      condition = new Expression.Conditional(condition.pos(), condition, yes, no);
    }
    depth--;
    return condition;
  }

  private void nest() throws Mistake {
    depth++;
    if (depth > DEEPEST) {
      throw new Mistake("nested more than " + DEEPEST + " levels deep");
    }
  }

  private Expression binary(int least) throws Mistake {
    Expression left = unary();
    while (true) {
      skipNewlines();
      Token operator = tokens.get(at);
      Integer precedence =
          operator.kind() == Kind.PUNCTUATION ? PRECEDENCE.get(operator.text()) : null;
      if (precedence == null || precedence < least) {
        return left;
      }
      at++;
      skipNewlines();
      Expression right = binary(precedence + 1);
      left = new Expression.Operation(left.pos(), operator.text(), List.of(left, right));
    }
  }

  private Expression unary() throws Mistake {
    Token token = tokens.get(at);
    if (token.is("-") || token.is("!")) {
      at++;
      nest();
      Expression operand = unary();
      depth--;
      return new Expression.Operation(pos(token), token.text(), List.of(operand));
    }
    return postfix(primary());
  }

  private Expression postfix(Expression start) throws Mistake {
    Expression result = start;
    while (true) {
      Token token = tokens.get(at);
      if (token.is(".")) {
        at++;
        Token name = tokens.get(at);
        if (name.is("*")) {
          result = new Expression.Splat(pos(token), result);
        } else if (name.kind() == Kind.IDENTIFIER || name.kind() == Kind.NUMBER) {
          result = new Expression.Attribute(pos(name), result, name.text());
        } else {
          throw new Mistake("expected a name after the dot, got " + shown(name));
        }
        at++;
      } else if (token.is("[")) {
        at++;
        flat++;
        skipNewlines();
        if (tokens.get(at).is("*") && tokens.get(at + 1).is("]")) {
          at++;
          result = new Expression.Splat(pos(token), result);
        } else {
          result = new Expression.Index(pos(token), result, expression());
        }
        skipNewlines();
        flat--;
        expect("]", "an index");
      } else {
        return result;
      }
    }
  }

  private Expression primary() throws Mistake {
    Token token = tokens.get(at);
    switch (token.kind()) {
      case NUMBER -> {
        at++;
        return number(token);
      }
      case QUOTE_OPEN -> {
        return quoted();
      }
      case HEREDOC_OPEN -> {
        return heredoc();
      }
      case IDENTIFIER -> {
        return named();
      }
      default -> {
        if (token.is("(")) {
          return parentheses();
        } else if (token.is("[")) {
          return tuple();
        } else if (token.is("{")) {
          return mapping();
        }
        throw new Mistake("expected a value, got " + shown(token));
      }
    }
  }

  private Expression number(Token token) throws Mistake {
    if (token.text().length() > 400) {
      throw new Mistake("a number of " + token.text().length() + " digits");
    }
    try {
      return new Expression.Literal(pos(token), new BigDecimal(token.text()));
    } catch (NumberFormatException e) {
      throw new Mistake("expected a number, got " + shown(token));
    }
  }

  private Expression named() throws Mistake {
    Token token = tokens.get(at);
    at++;
    switch (token.text()) {
      case "true", "false" -> {
        return new Expression.Literal(pos(token), Boolean.valueOf(token.text()));
      }
      case "null" -> {
        return new Expression.Literal(pos(token), null);
      }
      default -> {}
    }
    StringBuilder function = new StringBuilder(token.text());
    while (tokens.get(at).is("::") && tokens.get(at + 1).kind() == Kind.IDENTIFIER) {
      function.append("::").append(tokens.get(at + 1).text());
      at += 2;
    }
    return tokens.get(at).is("(")
        ? call(token, function.toString())
        : new Expression.Name(pos(token), token.text());
  }

  private Expression call(Token start, String function) throws Mistake {
    at++;
    flat++;
    List<Expression> arguments = new ArrayList<>();
    boolean expands = false;
    skipNewlines();
    while (!tokens.get(at).is(")")) {
      arguments.add(expression());
      skipNewlines();
      if (tokens.get(at).is("...")) {
        expands = true;
        at++;
        skipNewlines();
      }
      if (!separator(")", "the arguments of `" + function + "`")) {
        break;
      }
    }
    flat--;
    expect(")", "the arguments of `" + function + "`");
    return new Expression.Call(pos(start), function, arguments, expands);
  }

  /** A comma between items, also behind the last one; false where the closing bracket follows. */
  private boolean separator(String end, String what) throws Mistake {
    skipNewlines();
    if (tokens.get(at).is(",")) {
      at++;
      skipNewlines();
      return true;
    }
    if (!tokens.get(at).is(end)) {
      throw new Mistake(
          "expected a comma or `" + end + "` in " + what + ", got " + shown(tokens.get(at)));
    }
    return false;
  }

  private Expression parentheses() throws Mistake {
    Token start = tokens.get(at);
    at++;
    flat++;
    skipNewlines();
    Expression inner = expression();
    skipNewlines();
    flat--;
    expect(")", "parentheses");
    return new Expression.Parentheses(pos(start), inner);
  }

  private Expression tuple() throws Mistake {
    Token start = tokens.get(at);
    at++;
    flat++;
    skipNewlines();
    if (isFor()) {
      Expression made = forExpression(start, "]");
      flat--;
      expect("]", "a list");
      return made;
    }
    List<Expression> items = new ArrayList<>();
    while (!tokens.get(at).is("]")) {
      items.add(expression());
      if (!separator("]", "a list")) {
        break;
      }
    }
    flat--;
    expect("]", "a list");
    return new Expression.Tuple(pos(start), items);
  }

  private boolean isFor() {
    return tokens.get(at).isWord("for") && tokens.get(at + 1).kind() == Kind.IDENTIFIER;
  }

  private Expression forExpression(Token start, String end) throws Mistake {
    at++;
    List<String> variables = new ArrayList<>();
    while (tokens.get(at).kind() == Kind.IDENTIFIER && !tokens.get(at).isWord("in")) {
      variables.add(tokens.get(at).text());
      at++;
      skipNewlines();
      if (tokens.get(at).is(",")) {
        at++;
        skipNewlines();
      }
    }
    if (!tokens.get(at).isWord("in")) {
      throw new Mistake("expected `in` in a for expression, got " + shown(tokens.get(at)));
    }
    if (variables.isEmpty() || variables.size() > 2) {
      throw new Mistake("a for expression binds one name or two, not " + variables.size());
    }
    at++;
    skipNewlines();
    Expression in = expression();
    skipNewlines();
    expect(":", "a for expression");
    skipNewlines();
    Expression value = expression();
    Expression key = null;
    skipNewlines();
    if (end.equals("}")) {
      expect("=>", "a for expression that makes an object");
      skipNewlines();
      key = value;
      value = expression();
      skipNewlines();
    }
    boolean groups = tokens.get(at).is("...");
    if (groups) {
      at++;
      skipNewlines();
    }
    Expression condition = null;
    if (tokens.get(at).isWord("if")) {
      at++;
      skipNewlines();
      condition = expression();
      skipNewlines();
    }
    return new Expression.For(pos(start), variables, in, key, value, condition, groups);
  }

  private Expression mapping() throws Mistake {
    Token start = tokens.get(at);
    nest();
    at++;
    int outer = flat;
    flat = 1;
    skipNewlines();
    if (isFor()) {
      Expression made = forExpression(start, "}");
      flat = outer;
      depth--;
      expect("}", "an object");
      return made;
    }
    // Between the entries of an object a newline separates; inside brackets it does not.
    flat = 0;
    List<Expression.Entry> entries = new ArrayList<>();
    skipLines();
    while (!tokens.get(at).is("}")) {
      Expression key = expression();
      if (!tokens.get(at).is("=") && !tokens.get(at).is(":")) {
        throw new Mistake("expected `=` after an object's key, got " + shown(tokens.get(at)));
      }
      at++;
      skipLines();
      entries.add(new Expression.Entry(key, expression()));
      if (tokens.get(at).kind() == Kind.COMMENT) {
        at++;
      }
      Token token = tokens.get(at);
      if (token.is(",") || token.kind() == Kind.NEWLINE) {
        at++;
      } else if (!token.is("}")) {
        throw new Mistake("expected a comma, a new line or `}` in an object, got " + shown(token));
      }
      skipLines();
    }
    flat = outer;
    depth--;
    at++;
    return new Expression.Mapping(pos(start), entries);
  }

  private void skipLines() {
    while (tokens.get(at).kind() == Kind.NEWLINE || tokens.get(at).kind() == Kind.COMMENT) {
      at++;
    }
  }

  /**
   * Newlines and comments where brackets make them white space; comments within a line everywhere.
   */
  private void skipNewlines() {
    while (true) {
      Token token = tokens.get(at);
      boolean inline = token.kind() == Kind.COMMENT && token.text().startsWith("/*");
      boolean space = token.kind() == Kind.NEWLINE || token.kind() == Kind.COMMENT;
      if (!inline && !(space && flat > 0)) {
        return;
      }
      at++;
    }
  }

  private void expect(String punctuation, String what) throws Mistake {
    if (!tokens.get(at).is(punctuation)) {
      throw new Mistake(
          "expected `" + punctuation + "` in " + what + ", got " + shown(tokens.get(at)));
    }
    at++;
  }

  // --- templates

  private Expression quoted() throws Mistake {
    Token start = tokens.get(at);
    at++;
    List<Expression> parts = new ArrayList<>();
    while (true) {
      Token token = tokens.get(at);
      if (token.kind() == Kind.QUOTE_CLOSE) {
        at++;
        return new Expression.Template(pos(start), parts);
      }
      if (!part(token, true, parts)) {
        throw new Mistake("the quote of line " + start.line() + " is not closed");
      }
    }
  }

  private Expression heredoc() throws Mistake {
    Token start = tokens.get(at);
    at++;
    List<Expression> parts = new ArrayList<>();
    while (true) {
      Token token = tokens.get(at);
      if (token.kind() == Kind.HEREDOC_CLOSE) {
        at++;
        return new Expression.Template(pos(start), parts);
      }
      if (!part(token, false, parts)) {
        throw new Mistake("the heredoc of line " + start.line() + " is not closed");
      }
    }
  }

  private boolean part(Token token, boolean escapes, List<Expression> parts) throws Mistake {
    if (token.kind() == Kind.TEXT) {
      parts.add(new Expression.Text(pos(token), text(token.text(), escapes)));
      at++;
      return true;
    }
    if (token.kind() == Kind.INTERPOLATION) {
      at++;
      int outer = flat;
      flat = 1;
      skipNewlines();
      parts.add(expression());
      skipNewlines();
      flat = outer;
      endTemplate();
      return true;
    }
    if (token.kind() == Kind.DIRECTIVE) {
      parts.add(directive(token));
      return true;
    }
    return false;
  }

  private Expression directive(Token start) throws Mistake {
    at++;
    int outer = flat;
    flat = 1;
    skipNewlines();
    String keyword = tokens.get(at).text();
    if (tokens.get(at).kind() != Kind.IDENTIFIER) {
      throw new Mistake("expected if, for, else, endif or endfor, got " + shown(tokens.get(at)));
    }
    at++;
    List<Expression> inside = new ArrayList<>();
    List<String> variables = new ArrayList<>();
    if (keyword.equals("for")) {
      while (tokens.get(at).kind() == Kind.IDENTIFIER || tokens.get(at).is(",")) {
        at++;
        if (tokens.get(at - 1).isWord("in")) {
          break;
        }
        if (!tokens.get(at - 1).is(",")) {
          variables.add(tokens.get(at - 1).text());
        }
      }
    }
    skipNewlines();
    if (keyword.equals("for") || keyword.equals("if")) {
      inside.add(expression());
    }
    skipNewlines();
    flat = outer;
    endTemplate();
    return new Expression.Directive(pos(start), keyword, variables, inside);
  }

  private void endTemplate() throws Mistake {
    if (tokens.get(at).kind() != Kind.TEMPLATE_END) {
      throw new Mistake(
          "expected `}` at the end of a template's hole, got " + shown(tokens.get(at)));
    }
    at++;
  }

  /** Text with its escapes resolved; what is no escape stays as it is. */
  private static String text(String raw, boolean escapes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean doubled = (c == '$' || c == '%') && raw.startsWith(c + "" + c + "{", i);
      if (doubled) {
        text.append(c).append('{');
        i += 2;
      } else if (escapes && c == '\\' && i + 1 < raw.length()) {
        i = escape(raw, i + 1, text);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static int escape(String raw, int i, StringBuilder text) {
    char c = raw.charAt(i);
    int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0 && i + digits < raw.length()) {
      try {
        text.appendCodePoint(Integer.parseUnsignedInt(raw, i + 1, i + 1 + digits, 16));
        return i + digits;
      } catch (IllegalArgumentException e) {
        return i;
      }
    }
    text.append(
        switch (c) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> c;
        });
    return i;
  }

  // --- places and words

  private Pos pos(Token token) {
    return Pos.of(
        file, token.line(), token.column(), token.text().codePointCount(0, token.text().length()));
  }

  private static String shown(@Nullable Token token) {
    if (token == null || token.kind() == Kind.END) {
      return "the end of the file";
    }
    if (token.kind() == Kind.NEWLINE) {
      return "the end of the line";
    }
    String text = token.text().strip();
    return text.isEmpty()
        ? "an end that is missing"
        : "`" + (text.length() > 30 ? text.substring(0, 30) + "…" : text) + "`";
  }
}
