package io.terraplen.proof;

import io.terraplen.hcl.Expression;
import io.terraplen.schema.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the type that a variable's {@code type} argument states. */
final class Constraints {

  private Constraints() {}

  /** The type; none where the expression is no type constraint. */
  static Optional<Type> read(Expression expression) {
    if (expression instanceof Expression.Parentheses parentheses) {
      return read(parentheses.inner());
    }
    if (expression instanceof Expression.Name name) {
      return word(name.name());
    }
    if (expression instanceof Expression.Template template) {
      // The old way, `type = "string"`; Terraform still reads these three.
      return template
          .asText()
          .flatMap(
              text ->
                  switch (text) {
                    case "string" -> Optional.of(Type.Simple.STRING);
                    case "list" -> Optional.of(Type.listOf(Type.Simple.ANY));
                    case "map" -> Optional.of(Type.mapOf(Type.Simple.ANY));
                    default -> Optional.empty();
                  });
    }
    if (!(expression instanceof Expression.Call call) || call.children().size() != 1) {
      return Optional.empty();
    }
    Expression argument = call.children().get(0);
    return switch (call.function()) {
      case "list" -> read(argument).map(Type::listOf);
      case "set" -> read(argument).map(Type::setOf);
      case "map" -> read(argument).map(Type::mapOf);
      case "object" -> object(argument);
      case "tuple" -> tuple(argument);
      default -> Optional.empty();
    };
  }

  private static Optional<Type> word(String word) {
    return switch (word) {
      case "string" -> Optional.of(Type.Simple.STRING);
      case "number" -> Optional.of(Type.Simple.NUMBER);
      case "bool" -> Optional.of(Type.Simple.BOOL);
      case "any" -> Optional.of(Type.Simple.ANY);
      case "list" -> Optional.of(Type.listOf(Type.Simple.ANY));
      case "map" -> Optional.of(Type.mapOf(Type.Simple.ANY));
      case "set" -> Optional.of(Type.setOf(Type.Simple.ANY));
      default -> Optional.empty();
    };
  }

  private static Optional<Type> object(Expression argument) {
    if (!(argument instanceof Expression.Mapping mapping)) {
      return Optional.empty();
    }
    Map<String, Type> attributes = new LinkedHashMap<>();
    Set<String> optional = new LinkedHashSet<>();
    for (Expression.Entry entry : mapping.entries()) {
      Optional<String> name = entry.name();
      Expression stated = entry.value();
      if (stated instanceof Expression.Call call && call.function().equals("optional")) {
        if (call.children().isEmpty() || call.children().size() > 2) {
          return Optional.empty();
        }
        name.ifPresent(optional::add);
        stated = call.children().get(0);
      }
      Optional<Type> type = read(stated);
      if (name.isEmpty() || type.isEmpty()) {
        return Optional.empty();
      }
      attributes.put(name.get(), type.get());
    }
    return Optional.of(new Type.Obj(attributes, optional));
  }

  private static Optional<Type> tuple(Expression argument) {
    if (!(argument instanceof Expression.Tuple tuple)) {
      return Optional.empty();
    }
    List<Optional<Type>> elements = tuple.children().stream().map(Constraints::read).toList();
    return elements.stream().allMatch(Optional::isPresent)
        ? Optional.of(new Type.Tuple(elements.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }
}
