package io.terraplen.template;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Collects a file and follows it as HCL reads it, so that at every hole it is known whether code, a
 * quoted string, an interpolation or a comment surrounds it.
 *
 * <p>A template's own text comes through {@link #write(char[], int, int)}, as FreeMarker hands it
 * over; the value of a hole through {@link #text}, {@link #literal} or {@link #code}, and by no
 * other way: strings written past them are refused, for they are holes with escaping turned off
 * ({@code RendererTest} holds that both assumptions on FreeMarker are true).
 */
final class HclWriter extends Writer {

  private enum In {
    CODE,
    QUOTES,
    /** The code of an interpolation or a template directive, up to its closing brace. */
    INTERPOLATION,
    COMMENT
  }

  /** One level of nesting; {@code braces} counts those opened within an interpolation. */
  private static final class Level {
    final In in;
    int braces;

    Level(In in) {
      this.in = in;
    }
  }

  private final StringBuilder out;
  private final Deque<Level> levels = new ArrayDeque<>();

  /** The template's last character if it may pair with the next: one of {@code \ $ % / <}. */
  private char pending;

  /** How many equal signs {@code $} or {@code %} precede; meaningful while one is pending. */
  private int run;

  HclWriter(StringBuilder out) {
    this.out = out;
    levels.push(new Level(In.CODE));
  }

  @Override
  public void write(char[] text, int off, int len) throws IOException {
    int lines = 0;
    for (int i = off; i < off + len; i++) {
      try {
        follow(text[i]);
      } catch (Refusal e) {
        throw new IOException(new Refusal(e.reason(), lines));
      }
      if (text[i] == '\n') {
        lines++;
      }
    }
    out.append(text, off, len);
  }

  @Override
  public void write(int c) throws IOException {
    throw unescaped();
  }

  @Override
  public void write(String text, int off, int len) throws IOException {
    throw unescaped();
  }

  private static IOException unescaped() {
    return new IOException(new Refusal("escaping cannot be turned off"));
  }

  /** Writes a hole's text, escaped for the place where it stands. */
  void text(String text) throws Refusal {
    if (Hcl.isBroken(text)) {
      throw new Refusal("a text with half a character cannot be written: " + shown(text));
    }
    switch (top().in) {
      case QUOTES -> {
        requireNoEscape();
        char before = pending == 0 ? 0 : pending;
        out.append(Hcl.escapeQuoted(text, before));
        if (!text.isEmpty()) {
          pending = 0;
        }
      }
      case COMMENT -> out.append(Hcl.escapeComment(text));
      case CODE ->
          throw new Refusal("the text " + shown(text) + " stands outside quotes: quote the hole");
      case INTERPOLATION ->
          throw new Refusal(
              "the text " + shown(text) + " stands within `${}`: leave the `${}` out");
    }
  }

  /** Writes a number or a flag, which may stand anywhere. */
  void literal(String literal) throws Refusal {
    requireNoEscape();
    out.append(literal);
    pending = 0;
  }

  /** Writes a reference, which may stand where HCL reads code, and in comments. */
  void code(String code) throws Refusal {
    switch (top().in) {
      case QUOTES ->
          throw new Refusal(
              "the reference `" + code + "` stands in quotes: leave them out, or write `${[=x]}`");
      case COMMENT -> out.append(Hcl.escapeComment(code));
      case CODE, INTERPOLATION -> out.append(code);
    }
    pending = 0;
  }

  /** Ends the file: nothing may be left open. */
  void end() throws Refusal {
    if (top().in == In.QUOTES || top().in == In.INTERPOLATION) {
      throw new Refusal("a quoted string is not closed at the end of the template");
    }
  }

  private void requireNoEscape() throws Refusal {
    if (pending == '\\') {
      throw new Refusal("a hole cannot follow a backslash");
    }
  }

  private void follow(char c) throws Refusal {
    switch (top().in) {
      case CODE, INTERPOLATION -> followCode(c);
      case QUOTES -> followQuotes(c);
      case COMMENT -> {
        if (c == '\n') {
          levels.pop();
        }
      }
    }
  }

  private void followCode(char c) throws Refusal {
    char before = pending;
    pending = 0;
    switch (c) {
      case '"' -> levels.push(new Level(In.QUOTES));
      case '#' -> levels.push(new Level(In.COMMENT));
      case '{' -> top().braces++;
      case '}' -> closeBrace();
      case '/', '*' -> {
        if (before == '/') {
          throw new Refusal("a comment begins with `#` in a template");
        }
        pending = c == '/' ? c : 0;
      }
      case '<' -> {
        if (before == '<') {
          throw new Refusal("a template has no heredocs: write `jsonencode({...})` or `file(...)`");
        }
        pending = c;
      }
      default -> {}
    }
  }

  private void closeBrace() {
    Level level = top();
    if (level.in == In.INTERPOLATION && level.braces == 0) {
      levels.pop();
    } else {
      level.braces--;
    }
  }

  private void followQuotes(char c) throws Refusal {
    char before = pending;
    if (c == '\n') {
      throw new Refusal("a quoted string is not closed on its line");
    }
    if (before == '\\') {
      pending = 0;
      return;
    }
    if ((c == '$' || c == '%')) {
      run = before == c ? run + 1 : 1;
      pending = c;
      return;
    }
    pending = c == '\\' ? c : 0;
    if (c == '"') {
      levels.pop();
    } else if (c == '{' && (before == '$' || before == '%')) {
      // One sign opens an interpolation, two are an escape; of more, HCL's reading is not obvious.
      if (run > 2) {
        throw new Refusal("more than two `" + before + "` before a brace");
      } else if (run == 1) {
        levels.push(new Level(In.INTERPOLATION));
      }
    }
  }

  private Level top() {
    return levels.getFirst();
  }

  private static String shown(String text) {
    String line = Hcl.escapeComment(text);
    return "`" + (line.length() > 40 ? line.substring(0, 37) + "..." : line) + "`";
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
