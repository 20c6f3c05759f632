package io.terraplen.hcl;

import io.terraplen.text.Pos;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An HCL expression as it was written; nothing is evaluated. */
public sealed interface Expression {

  /** Where it begins. */
  Pos pos();

  /** The expressions directly inside. */
  List<Expression> children();

  /**
   * A number, {@code true}, {@code false} or {@code null}; text without holes is a {@link
   * Template}.
   */
  record Literal(Pos pos, @Nullable Object value) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }

    /** The value as HCL would turn it into text. */
    public String spelling() {
      return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
  }

  /**
   * Quoted text or a heredoc: its texts, escapes resolved, and the expressions of its holes.
   *
   * @param parts {@link Text} and other expressions in their order
   */
  record Template(Pos pos, List<Expression> parts) implements Expression {
    public Template {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Expression> children() {
      return parts;
    }
  }

  /** Literal text of a template. */
  record Text(Pos pos, String text) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }
  }

  /**
   * A directive of a template, such as <code>%{ if x }</code>.
   *
   * @param variables what a {@code for} binds, until its {@code endfor}
   * @param children what it asks or goes through
   */
  record Directive(Pos pos, String keyword, List<String> variables, List<Expression> children)
      implements Expression {
    public Directive {
      variables = List.copyOf(variables);
      children = List.copyOf(children);
    }
  }

  /** A name at the start of a reference. */
  record Name(Pos pos, String name) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }
  }

  /** An attribute of something: {@code x.name}; a number for the old way to index. */
  record Attribute(Pos pos, Expression of, String name) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(of);
    }
  }

  /** An item of something: {@code x[0]}. */
  record Index(Pos pos, Expression of, Expression key) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(of, key);
    }
  }

  /** All items of something: {@code x[*]} or {@code x.*}. */
  record Splat(Pos pos, Expression of) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(of);
    }
  }

  /** A list. */
  record Tuple(Pos pos, List<Expression> children) implements Expression {
    public Tuple {
      children = List.copyOf(children);
    }
  }

  /** An object. */
  record Mapping(Pos pos, List<Entry> entries) implements Expression {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of a key that is written out. */
    public Optional<Expression> value(String key) {
      return entries.stream()
          .filter(entry -> entry.name().filter(key::equals).isPresent())
          .map(Entry::value)
          .findFirst();
    }

    @Override
    public List<Expression> children() {
      return entries.stream().flatMap(e -> List.of(e.key(), e.value()).stream()).toList();
    }
  }

  /** A key with its value. */
  record Entry(Expression key, Expression value) {

    /** The key's text, where it is a name or text without holes. */
    public Optional<String> name() {
      return key instanceof Name name ? Optional.of(name.name()) : key.asText();
    }
  }

  /** A call of a function; {@code expands} where its last argument ends in {@code ...}. */
  record Call(Pos pos, String function, List<Expression> children, boolean expands)
      implements Expression {
    public Call {
      children = List.copyOf(children);
    }
  }

  /** An operator with what it works on: one operand, or two. */
  record Operation(Pos pos, String operator, List<Expression> children) implements Expression {
    public Operation {
      children = List.copyOf(children);
    }
  }

  /** {@code condition ? yes : no}. */
  record Conditional(Pos pos, Expression condition, Expression yes, Expression no)
      implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(condition, yes, no);
    }
  }

  /** A list or object made of another: {@code [for k, v in x : v if k]}. */
  record For(
      Pos pos,
      List<String> variables,
      Expression in,
      @Nullable Expression key,
      Expression value,
      @Nullable Expression condition,
      boolean groups)
      implements Expression {
    public For {
      variables = List.copyOf(variables);
    }

    @Override
    public List<Expression> children() {
      List<Expression> all = new ArrayList<>(List.of(in, value));
      if (key != null) {
        all.add(key);
      }
      if (condition != null) {
        all.add(condition);
      }
      return all;
    }
  }

  /** An expression in parentheses. */
  record Parentheses(Pos pos, Expression inner) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(inner);
    }
  }

  /** What could not be read; a {@link Diagnostic} says why. */
  record Broken(Pos pos) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }
  }

  /** The text of a literal or of a template without holes. */
  default Optional<String> asText() {
    if (this instanceof Literal literal && literal.value() != null) {
      return Optional.of(literal.spelling());
    }
    if (this instanceof Template template) {
      StringBuilder text = new StringBuilder();
      for (Expression part : template.parts()) {
        if (!(part instanceof Text literal)) {
          return Optional.empty();
        }
        text.append(literal.text());
      }
      return Optional.of(text.toString());
    }
    return Optional.empty();
  }

  /**
   * The names of a plain reference, {@code aws_vpc.main.id}, written with dots; indexes and splats
   * keep their brackets. None where this is no reference.
   */
  default Optional<String> asReference() {
    if (this instanceof Name name) {
      return Optional.of(name.name());
    } else if (this instanceof Attribute attribute) {
      return attribute.of().asReference().map(of -> of + "." + attribute.name());
    } else if (this instanceof Index index) {
      return index
          .of()
          .asReference()
          .flatMap(of -> index.key().asText().map(key -> of + "[" + key + "]"));
    } else if (this instanceof Splat splat) {
      return splat.of().asReference().map(of -> of + "[*]");
    }
    return Optional.empty();
  }

  /** Visits this expression and all inside, outer ones first. */
  default void walk(Consumer<Expression> visitor) {
    visitor.accept(this);
    children().forEach(child -> child.walk(visitor));
  }
}
