package io.terraplen.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A type of Terraform's values. */
public sealed interface Type {

  /** Types without parts; {@link #ANY} is what nothing is known of. */
  enum Simple implements Type {
    STRING,
    NUMBER,
    BOOL,
    ANY
  }

  /** How a collection holds its elements. */
  enum Kind {
    LIST,
    SET,
    MAP
  }

  /** A list, set or map of one type. */
  record Collection(Kind kind, Type element) implements Type {}

  /**
   * An object.
   *
   * @param attributes by name, in their order
   * @param optional the attributes that a value may lack
   */
  record Obj(Map<String, Type> attributes, Set<String> optional) implements Type {
    public Obj {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
      optional = Collections.unmodifiableSet(new LinkedHashSet<>(optional));
    }
  }

  /** A list of a fixed length with a type for each element. */
  record Tuple(List<Type> elements) implements Type {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** The object that a block of a provider is to those who refer to it. */
  record Block(BlockSchema schema) implements Type {}

  static Type listOf(Type element) {
    return new Collection(Kind.LIST, element);
  }

  static Type setOf(Type element) {
    return new Collection(Kind.SET, element);
  }

  static Type mapOf(Type element) {
    return new Collection(Kind.MAP, element);
  }

  /** Whether it is a collection of a kind. */
  default boolean is(Kind kind) {
    return this instanceof Collection collection && collection.kind() == kind;
  }

  /**
   * The type as the packed files spell it: {@code s}, {@code n}, {@code b}, {@code d} for any,
   * {@code Ls} a list, {@code Ss} a set, {@code Ms} a map of strings, {@code O{a:s,b:n}} an object.
   *
   * @throws IllegalArgumentException if the text is not such a spelling
   */
  static Type parse(String spelling) {
    Reader reader = new Reader(spelling);
    Type type = reader.type();
    if (reader.at != spelling.length()) {
      throw new IllegalArgumentException("`" + spelling + "` is no type");
    }
    return type;
  }

  /** Reads a spelling from left to right. */
  final class Reader {
    private final String text;
    private int at;

    private Reader(String text) {
      this.text = text;
    }

    private Type type() {
      char c = text.charAt(at++);
      return switch (c) {
        case 's' -> Simple.STRING;
        case 'n' -> Simple.NUMBER;
        case 'b' -> Simple.BOOL;
        case 'd' -> Simple.ANY;
        case 'L' -> listOf(type());
        case 'S' -> setOf(type());
        case 'M' -> mapOf(type());
        case 'O' -> object();
        default -> throw new IllegalArgumentException("`" + text + "` is no type");
      };
    }

    private Type object() {
      at++;
      Map<String, Type> attributes = new LinkedHashMap<>();
      while (text.charAt(at) != '}') {
        int colon = text.indexOf(':', at);
        String name = text.substring(at, colon);
        at = colon + 1;
        attributes.put(name, type());
        if (text.charAt(at) == ',') {
          at++;
        }
      }
      at++;
      return new Obj(attributes, Set.of());
    }
  }

  /** In Terraform's own words: {@code list of string}. */
  default String words() {
    if (this instanceof Simple simple) {
      return switch (simple) {
        case STRING -> "string";
        case NUMBER -> "number";
        case BOOL -> "bool";
        case ANY -> "any type";
      };
    }
    if (this instanceof Collection collection) {
      String kind =
          switch (collection.kind()) {
            case LIST -> "list";
            case SET -> "set";
            case MAP -> "map";
          };
      return kind + " of " + collection.element().words();
    }
    if (this instanceof Tuple) {
      return "tuple";
    }
    return "object";
  }

  /** In Terraform's syntax of type constraints, shortened: for messages. */
  default String code() {
    if (this instanceof Collection collection) {
      String kind =
          switch (collection.kind()) {
            case LIST -> "list";
            case SET -> "set";
            case MAP -> "map";
          };
      return kind + "(" + collection.element().code() + ")";
    }
    if (this instanceof Obj object) {
      return object.attributes().entrySet().stream()
          .map(each -> each.getKey() + " = " + each.getValue().code())
          .collect(Collectors.joining(", ", "object({", "})"));
    }
    if (this instanceof Tuple tuple) {
      return tuple.elements().stream()
          .map(Type::code)
          .collect(Collectors.joining(", ", "tuple([", "])"));
    }
    return this == Simple.ANY ? "any" : words();
  }
}
