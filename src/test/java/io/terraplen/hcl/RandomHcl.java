package io.terraplen.hcl;

import java.util.List;
import java.util.Random;

/**
 * A valid HCL program, drawn at random from a seed and badly laid out: any number of spaces stands
 * where HCL allows it. Nothing in it is what {@code terraform fmt} would write with other tokens.
 */
final class RandomHcl {

  private static final List<String> WORDS =
      List.of("a", "id", "name", "subnets", "desired_count", "x-ray", "is_public", "v4");
  private static final List<String> TEXTS =
      List.of(
          "plain",
          "two  spaces ",
          "a = b",
          "{ [ (",
          "é日本",
          "e\u0301",
          "\\\"q\\\"",
          "$${x}",
          "%%{y}",
          "100%",
          "$5",
          "# no comment",
          "\\n",
          "\uD83D\uDC4D",
          "arn:aws:s3:::");
  private static final List<String> OPERATORS =
      List.of("+", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", " -", " - ");
  private static final List<String> COMMENTS =
      List.of("# note", "// note = 1", "#", "#  { [ ( ", "// \"q\" ${x}");

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private int names;

  private RandomHcl(long seed) {
    this.random = new Random(seed);
  }

  static String program(long seed) {
    RandomHcl program = new RandomHcl(seed);
    program.body(3);
    return program.out.toString();
  }

  /** Lines of a body, each with its end. */
  private void body(int depth) {
    int items = 2 + random.nextInt(6);
    for (int i = 0; i < items; i++) {
      spaces();
      switch (random.nextInt(depth > 0 ? 9 : 6)) {
        case 0 -> out.append(random.nextBoolean() ? "" : pick(COMMENTS));
        case 1, 2, 3 -> {
          attribute(2, true);
          trailing();
        }
        case 4 -> {
          attribute(0, false);
          trailing();
        }
        case 5 -> heredocAttribute();
        case 6 -> emptyOrOneLineBlock();
        default -> block(depth);
      }
      end();
    }
  }

  private void attribute(int depth, boolean multiline) {
    name();
    spaces();
    out.append('=');
    spaces();
    expression(depth, multiline);
  }

  /** A name that its body has only once. */
  private void name() {
    out.append(pick(WORDS)).append(names++);
  }

  private void heredocAttribute() {
    name();
    spaces();
    out.append('=');
    spaces();
    boolean called = random.nextInt(3) == 0;
    if (called) {
      out.append("trimspace(");
      spaces();
    }
    heredoc();
    if (called) {
      out.append('\n');
      spaces();
      out.append(')');
    }
  }

  private void heredoc() {
    boolean indented = random.nextBoolean();
    out.append(indented ? "<<-EOT\n" : "<<EOT\n");
    for (int lines = random.nextInt(4); lines > 0; lines--) {
      spaces();
      switch (random.nextInt(5)) {
        case 0 -> out.append("");
        case 1 -> {
          interpolation(1, random.nextInt(3) == 0);
          out.append(" tail");
        }
        case 2 -> directive();
        default -> out.append(pick(TEXTS)).append(" x").append(pick(TEXTS));
      }
      out.append('\n');
    }
    if (indented) {
      spaces();
    }
    out.append("EOT");
  }

  private void emptyOrOneLineBlock() {
    header();
    out.append('{');
    spaces();
    if (random.nextBoolean()) {
      attribute(1, false);
      spaces();
    }
    out.append('}');
    trailing();
  }

  private void block(int depth) {
    header();
    out.append('{');
    trailing();
    end();
    body(depth - 1);
    spaces();
    out.append('}');
    trailing();
  }

  private void header() {
    out.append(pick(WORDS));
    for (int labels = random.nextInt(3); labels > 0; labels--) {
      space();
      out.append('"').append(pick(WORDS)).append('"');
    }
    spaces();
  }

  private void expression(int depth, boolean multiline) {
    if (depth <= 0) {
      atom();
      return;
    }
    switch (random.nextInt(13)) {
      case 0, 1 -> list(depth, multiline);
      case 2, 3 -> object(depth, multiline);
      case 4 -> call(depth, multiline);
      case 5 -> {
        out.append("jsonencode(");
        spaces();
        object(depth, multiline);
        spaces();
        out.append(')');
      }
      case 6 -> conditional(depth, multiline);
      case 7 -> operation(depth, multiline);
      case 8 -> {
        out.append('(');
        inner(multiline);
        expression(depth - 1, multiline);
        inner(multiline);
        out.append(')');
      }
      case 9 -> forList(depth, multiline);
      case 10 -> forObject(depth, multiline);
      case 11 -> template(depth, multiline);
      default -> atom();
    }
  }

  private void atom() {
    switch (random.nextInt(9)) {
      case 0 -> out.append(random.nextInt(2000)).append(random.nextBoolean() ? "" : ".5");
      case 1 -> {
        out.append('-');
        spaces();
        out.append(random.nextInt(100));
      }
      case 2 -> out.append(random.nextBoolean() ? "true" : "null");
      case 3 -> out.append('"').append(pick(TEXTS)).append('"');
      case 4 -> {
        out.append(random.nextBoolean() ? '!' : '-');
        spaces();
        reference();
      }
      default -> reference();
    }
  }

  private void reference() {
    out.append(pick(WORDS));
    for (int steps = random.nextInt(4); steps > 0; steps--) {
      spaces();
      switch (random.nextInt(6)) {
        case 0 -> {
          out.append('[');
          spaces();
          out.append(random.nextInt(3));
          spaces();
          out.append(']');
        }
        case 1 -> {
          out.append("[\"").append(pick(WORDS)).append('"');
          spaces();
          out.append(']');
        }
        case 2 -> {
          // a splat within a splat is refused, so it comes last
          out.append(random.nextBoolean() ? "[*]" : ".*.id");
          return;
        }
        default -> {
          out.append('.');
          spaces();
          out.append(pick(WORDS));
        }
      }
    }
  }

  private void list(int depth, boolean multiline) {
    boolean lines = multiline && random.nextBoolean();
    out.append('[');
    int items = random.nextInt(4);
    for (int i = 0; i < items; i++) {
      gap(lines);
      expression(depth - 1, multiline);
      spaces();
      if (i < items - 1 || lines) {
        out.append(',');
      }
    }
    gap(lines);
    out.append(']');
  }

  private void object(int depth, boolean multiline) {
    boolean lines = multiline && random.nextInt(4) > 0;
    out.append('{');
    int items = random.nextInt(4);
    for (int i = 0; i < items; i++) {
      gap(lines);
      key();
      spaces();
      out.append(random.nextInt(5) == 0 ? ":" : "=");
      spaces();
      if (lines && random.nextInt(8) == 0) {
        heredoc();
        continue;
      }
      expression(depth - 1, multiline);
      spaces();
      if (lines ? random.nextInt(4) == 0 : i < items - 1) {
        out.append(',');
      }
    }
    gap(lines);
    out.append('}');
  }

  private void key() {
    switch (random.nextInt(6)) {
      case 0 -> out.append('"').append(pick(TEXTS)).append('"');
      case 1 -> {
        out.append('(');
        spaces();
        reference();
        spaces();
        out.append(')');
      }
      default -> out.append(pick(WORDS));
    }
  }

  private void call(int depth, boolean multiline) {
    out.append(random.nextInt(5) == 0 ? "provider::aws::parse" : "merge");
    spaces();
    out.append('(');
    boolean lines = multiline && random.nextInt(3) == 0;
    int arguments = random.nextInt(4);
    for (int i = 0; i < arguments; i++) {
      gap(lines);
      expression(depth - 1, multiline);
      if (i < arguments - 1) {
        spaces();
        out.append(',');
      }
    }
    if (arguments > 0 && random.nextInt(5) == 0) {
      out.append(", [ ] ...");
    }
    gap(lines);
    out.append(')');
  }

  private void conditional(int depth, boolean multiline) {
    atom();
    spaces();
    out.append('?');
    spaces();
    expression(depth - 1, multiline);
    spaces();
    out.append(':');
    spaces();
    expression(depth - 1, multiline);
  }

  private void operation(int depth, boolean multiline) {
    atom();
    spaces();
    out.append(pick(OPERATORS));
    if (random.nextInt(8) == 0) {
      out.append(" /* why */ ");
    }
    spaces();
    expression(depth - 1, multiline);
  }

  private void forList(int depth, boolean multiline) {
    out.append('[');
    inner(multiline);
    out.append("for");
    space();
    out.append("x");
    space();
    out.append("in");
    space();
    expression(depth - 1, multiline);
    inner(multiline);
    out.append(':');
    inner(multiline);
    expression(depth - 1, multiline);
    condition(multiline);
    inner(multiline);
    out.append(']');
  }

  private void forObject(int depth, boolean multiline) {
    out.append('{');
    inner(multiline);
    out.append("for k");
    spaces();
    out.append(',');
    spaces();
    out.append("v in");
    space();
    expression(depth - 1, multiline);
    spaces();
    out.append(':');
    inner(multiline);
    reference();
    spaces();
    out.append("=>");
    spaces();
    expression(depth - 1, multiline);
    spaces();
    out.append(random.nextInt(4) == 0 ? "..." : "");
    condition(multiline);
    inner(multiline);
    out.append('}');
  }

  private void condition(boolean multiline) {
    if (random.nextInt(3) == 0) {
      inner(multiline);
      space();
      out.append("if");
      space();
      operation(1, false);
    }
  }

  /** A quoted template: never a lone interpolation, which Terraform would unwrap. */
  private void template(int depth, boolean multiline) {
    out.append('"').append(pick(WORDS));
    for (int parts = random.nextInt(4); parts > 0; parts--) {
      switch (random.nextInt(4)) {
        case 0 -> out.append(pick(TEXTS)).append(' ');
        case 1 -> directive();
        default -> interpolation(depth - 1, multiline && random.nextInt(4) == 0);
      }
    }
    out.append('"');
  }

  private void interpolation(int depth, boolean multiline) {
    out.append(random.nextInt(5) == 0 ? "${~" : "${");
    inner(multiline);
    expression(depth, multiline);
    inner(multiline);
    out.append(random.nextInt(5) == 0 ? "~}" : "}");
  }

  private void directive() {
    out.append("%{");
    spaces();
    if (random.nextBoolean()) {
      out.append("if ");
      reference();
      spaces();
      out.append("}yes%{ else ~}no%{endif");
    } else {
      out.append("for x in ");
      reference();
      spaces();
      out.append("}${ x }%{endfor");
    }
    spaces();
    out.append('}');
  }

  /** Between items in brackets: a line's end where items stand on lines of their own. */
  private void gap(boolean lines) {
    if (lines) {
      trailing();
      end();
      if (random.nextInt(6) == 0) {
        out.append(random.nextBoolean() ? "" : pick(COMMENTS)).append('\n');
      }
    }
    spaces();
  }

  /** White space within brackets, sometimes a line's end. */
  private void inner(boolean multiline) {
    if (multiline && random.nextInt(5) == 0) {
      end();
    }
    spaces();
  }

  private void trailing() {
    if (afterHeredoc()) {
      return;
    }
    if (random.nextInt(4) == 0) {
      spaces();
      out.append(pick(COMMENTS));
    } else if (random.nextInt(12) == 0) {
      out.append("/* end */");
    }
  }

  private void end() {
    if (random.nextInt(6) == 0) {
      spaces();
    }
    out.append('\n');
  }

  /** Whether a heredoc's end marker was written last: nothing may follow it on its line. */
  private boolean afterHeredoc() {
    return out.lastIndexOf("EOT") == out.length() - 3;
  }

  private void spaces() {
    out.append(" ".repeat(Math.max(0, random.nextInt(6) - 2)));
  }

  private void space() {
    out.append(' ');
    spaces();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
