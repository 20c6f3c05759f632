package io.terraplen.hcl;

import io.terraplen.hcl.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts HCL source into tokens. Nothing is refused here: what fits nowhere is a token of kind {@link
 * Kind#INVALID}, and the lexer goes on behind it.
 */
public final class Lexer {

  /** What surrounds the present position. */
  private static final class Mode {
    /** Null in code; {@code "} in quotes; a heredoc's end marker in a heredoc. */
    final @Nullable String end;

    /** Whether code here ends with a brace that closes an interpolation. */
    final boolean interpolation;

    /** Braces that are open in code. */
    int braces;

    Mode(@Nullable String end, boolean interpolation) {
      this.end = end;
      this.interpolation = interpolation;
    }
  }

  private static final String[] LONG_PUNCTUATION = {
    "...", "==", "!=", "<=", ">=", "&&", "||", "=>", "::"
  };

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Mode> modes = new ArrayDeque<>();
  private int at;
  private int line = 1;
  private int column = 1;

  private Lexer(String source) {
    this.source = source;
    modes.push(new Mode(null, false));
  }

  /** The tokens of a source, the last of kind {@link Kind#END}. Lines may end in LF or CRLF. */
  public static List<Token> lex(String source) {
    Lexer lexer = new Lexer(source);
    while (lexer.at < source.length()) {
      lexer.next();
    }
    lexer.add(Kind.END, 0);
    return List.copyOf(lexer.tokens);
  }

  private void next() {
    Mode mode = modes.element();
    if (mode.end == null) {
      code(mode);
    } else if (mode.end.equals("\"")) {
      quoted();
    } else {
      heredoc(mode.end);
    }
  }

  private void code(Mode mode) {
    char c = source.charAt(at);
    if (c == ' ' || c == '\t' || (c == '\uFEFF' && at == 0)) {
      skip();
    } else if (c == '\n') {
      add(Kind.NEWLINE, 1);
    } else if (c == '\r') {
      if (follows("\r\n")) {
        add(Kind.NEWLINE, 2);
      } else {
        add(Kind.INVALID, 1);
      }
    } else if (c == '#' || follows("//")) {
      add(Kind.COMMENT, lineEnd() - at);
    } else if (follows("/*")) {
      int end = source.indexOf("*/", at + 2);
      add(end < 0 ? Kind.INVALID : Kind.COMMENT, (end < 0 ? source.length() : end + 2) - at);
    } else if (c == '"') {
      add(Kind.QUOTE_OPEN, 1);
      modes.push(new Mode("\"", false));
    } else if (follows("<<") && heredocOpen()) {
      return;
    } else if (isDigit(c)) {
      add(Kind.NUMBER, numberLength());
    } else if (isIdentifierStart(source.codePointAt(at))) {
      add(Kind.IDENTIFIER, identifierLength(at));
    } else {
      punctuation(mode, c);
    }
  }

  private void punctuation(Mode mode, char c) {
    if (mode.interpolation && mode.braces == 0) {
      if (c == '}' || follows("~}")) {
        add(Kind.TEMPLATE_END, c == '}' ? 1 : 2);
        modes.pop();
        return;
      }
    }
    for (String spelling : LONG_PUNCTUATION) {
      if (follows(spelling)) {
        add(Kind.PUNCTUATION, spelling.length());
        return;
      }
    }
    if ("{}[]()=.,:?!<>+-*/%".indexOf(c) < 0) {
      add(Kind.INVALID, Character.charCount(source.codePointAt(at)));
      return;
    }
    if (c == '{') {
      mode.braces++;
    } else if (c == '}') {
      mode.braces = Math.max(0, mode.braces - 1);
    }
    add(Kind.PUNCTUATION, 1);
  }

  private void quoted() {
    int i = at;
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == '"' || c == '\n') {
        break;
      }
      if (c == '\\' && i + 1 < source.length() && source.charAt(i + 1) != '\n') {
        i += 2;
        continue;
      }
      int template = templateStart(i);
      if (template > 0) {
        break;
      }
      i += template < 0 ? 3 : 1;
    }
    if (i > at) {
      add(Kind.TEXT, Math.min(i, source.length()) - at);
      return;
    }
    char c = source.charAt(at);
    if (c == '"') {
      add(Kind.QUOTE_CLOSE, 1);
      modes.pop();
    } else if (c == '\n') {
      // A quote ends with its line; what follows is read as code again, so that one mistake stays
      // one.
      tokens.add(new Token(Kind.INVALID, "", at, line, column));
      modes.pop();
    } else {
      openTemplate();
    }
  }

  /** 1 where a template sequence begins, -1 where an escaped one stands, else 0. */
  private int templateStart(int i) {
    char c = source.charAt(i);
    if (c != '$' && c != '%') {
      return 0;
    }
    if (source.startsWith(c + "" + c + "{", i)) {
      return -1;
    }
    return source.startsWith("{", i + 1) ? 1 : 0;
  }

  private void openTemplate() {
    Kind kind = source.charAt(at) == '$' ? Kind.INTERPOLATION : Kind.DIRECTIVE;
    add(kind, source.startsWith("~", at + 2) ? 3 : 2);
    modes.push(new Mode(null, true));
  }

  private boolean heredocOpen() {
    int i = at + 2;
    if (source.startsWith("-", i)) {
      i++;
    }
    if (i >= source.length() || !isIdentifierStart(source.codePointAt(i))) {
      return false;
    }
    int length = identifierLength(i);
    int end = i + length;
    if (source.startsWith("\r", end)) {
      end++;
    }
    if (!source.startsWith("\n", end)) {
      return false;
    }
    String marker = source.substring(i, i + length);
    add(Kind.HEREDOC_OPEN, end + 1 - at);
    modes.push(new Mode(marker, false));
    return true;
  }

  private void heredoc(String marker) {
    // A line that holds nothing but the marker ends the heredoc; it can only be met at a line's
    // start.
    if (at == 0 || source.charAt(at - 1) == '\n') {
      int end = lineEnd();
      if (source.substring(at, end).strip().equals(marker)) {
        add(Kind.HEREDOC_CLOSE, end - at);
        modes.pop();
        return;
      }
    }
    int i = at;
    while (i < source.length()) {
      int template = templateStart(i);
      if (template > 0) {
        break;
      }
      if (template < 0) {
        i += 3;
        continue;
      }
      if (source.charAt(i) == '\n') {
        i++;
        break;
      }
      i++;
    }
    if (i > at) {
      add(Kind.TEXT, i - at);
    } else {
      openTemplate();
    }
    if (at >= source.length()) {
      tokens.add(new Token(Kind.INVALID, "", at, line, column));
    }
  }

  private int lineEnd() {
    int end = source.indexOf('\n', at);
    if (end < 0) {
      return source.length();
    }
    return end > at && source.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private int numberLength() {
    int i = at;
    while (i < source.length() && isDigit(source.charAt(i))) {
      i++;
    }
    if (i + 1 < source.length() && source.charAt(i) == '.' && isDigit(source.charAt(i + 1))) {
      i++;
      while (i < source.length() && isDigit(source.charAt(i))) {
        i++;
      }
    }
    if (i < source.length() && (source.charAt(i) == 'e' || source.charAt(i) == 'E')) {
      int exponent = i + 1;
      if (exponent < source.length() && "+-".indexOf(source.charAt(exponent)) >= 0) {
        exponent++;
      }
      if (exponent < source.length() && isDigit(source.charAt(exponent))) {
        i = exponent;
        while (i < source.length() && isDigit(source.charAt(i))) {
          i++;
        }
      }
    }
    return i - at;
  }

  private int identifierLength(int from) {
    int i = from;
    while (i < source.length()) {
      int c = source.codePointAt(i);
      if ((c != '-' && !Character.isUnicodeIdentifierPart(c))
          || Character.isIdentifierIgnorable(c)) {
        break;
      }
      i += Character.charCount(c);
    }
    return i - from;
  }

  private static boolean isIdentifierStart(int c) {
    return c == '_' || Character.isUnicodeIdentifierStart(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean follows(String text) {
    return source.startsWith(text, at);
  }

  private void skip() {
    at++;
    column++;
  }

  private void add(Kind kind, int length) {
    String text = source.substring(at, at + length);
    tokens.add(new Token(kind, text, at, line, column));
    at += length;
    int newline = text.lastIndexOf('\n');
    if (newline < 0) {
      column += text.codePointCount(0, text.length());
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    column = 1 + text.codePointCount(newline + 1, text.length());
  }
}
