package io.terraplen.rule;

import io.terraplen.hcl.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression of the output is, as far as it is written out: nothing is evaluated, and what
 * only Terraform can know is {@link Unknown}.
 */
public sealed interface Value {

  /** Literal text: a string without holes, a number, {@code true}, {@code null}. */
  record Text(String content) implements Value {}

  /**
   * What another block has.
   *
   * @param address as written: {@code aws_iam_role.api.arn}
   */
  record Reference(String address) implements Value {}

  /** Text with holes: its parts in their order, each a text, a reference or unknown. */
  record Template(List<Value> parts) implements Value {
    public Template {
      parts = List.copyOf(parts);
    }
  }

  /** A list. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** An object: those of its members whose keys are written out, in their order. */
  record Members(Map<String, Value> members) implements Value {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** A call of a function. */
  record Call(String function, List<Value> arguments) implements Value {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** What cannot be said without running Terraform. */
  record Unknown() implements Value {}

  /**
   * Whether two expressions are certainly equal: the same text, or references to the same thing.
   */
  default boolean isSame(Value other) {
    if (this instanceof Text text) {
      return other instanceof Text same && same.content().equals(text.content());
    }
    return this instanceof Reference reference
        && other instanceof Reference same
        && same.address().equals(reference.address());
  }

  /** An object's member; none where this is no object, or has none of that name. */
  default Optional<Value> member(String name) {
    return this instanceof Members object
        ? Optional.ofNullable(object.members().get(name))
        : Optional.empty();
  }

  /** The items of a list; anything else counts as a list of itself, as in IAM policies. */
  default List<Value> each() {
    return this instanceof Items list ? list.items() : List.of(this);
  }

  /** The text, where it is written out as a whole. */
  default Optional<String> text() {
    return this instanceof Text text ? Optional.of(text.content()) : Optional.empty();
  }

  /** What {@code jsonencode} is given; unknown where this is no call of it. */
  default Value encoded() {
    return this instanceof Call call
            && call.function().equals("jsonencode")
            && call.arguments().size() == 1
        ? call.arguments().get(0)
        : new Unknown();
  }

  /** What an expression is, as far as it is written out. */
  static Value of(Expression expression) {
    if (expression instanceof Expression.Parentheses parentheses) {
      return of(parentheses.inner());
    } else if (expression instanceof Expression.Tuple tuple) {
      return new Items(tuple.children().stream().map(Value::of).toList());
    } else if (expression instanceof Expression.Mapping mapping) {
      Map<String, Value> members = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(
              entry ->
                  entry.name().ifPresent(name -> members.putIfAbsent(name, of(entry.value()))));
      return new Members(members);
    } else if (expression instanceof Expression.Call call) {
      return new Call(call.function(), call.children().stream().map(Value::of).toList());
    } else if (expression instanceof Expression.Literal literal) {
      return new Text(literal.spelling());
    } else if (expression instanceof Expression.Text text) {
      return new Text(text.text());
    } else if (expression instanceof Expression.Template template) {
      return of(template);
    }
    return expression.asReference().<Value>map(Reference::new).orElseGet(Unknown::new);
  }

  private static Value of(Expression.Template template) {
    if (template.asText().isPresent()) {
      return new Text(template.asText().get());
    }
    List<Value> parts = template.parts().stream().map(Value::of).toList();
    // A template that is one hole is the value in it.
    return parts.size() == 1 ? parts.get(0) : new Template(parts);
  }
}
