package io.terraplen.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a block takes.
 *
 * @param attributes its arguments and what the provider sets, by name, sorted
 * @param blocks the blocks inside, by name, sorted
 * @param opaque whether nothing is known of what is inside, so that all is accepted
 */
public record BlockSchema(
    Map<String, Attribute> attributes, Map<String, Nested> blocks, boolean opaque) {

  /** How an attribute may be set. */
  public record Attribute(Type type, boolean required, boolean optional, boolean computed) {

    /** Whether only the provider sets it. */
    public boolean isReadOnly() {
      return computed && !optional && !required;
    }
  }

  /** How often a block appears inside another. */
  public enum Mode {
    /** At most once: an object. */
    SINGLE,
    /** In an order that matters: a list. */
    LIST,
    /** In any order: a set. */
    SET
  }

  /**
   * A block inside another; what it takes is read when it is asked for.
   *
   * @param least how many there must be
   * @param most how many there may be; 0 for any number
   */
  public record Nested(
      Mode mode, int least, int most, int index, IntFunction<BlockSchema> schemas) {

    public BlockSchema block() {
      return schemas.apply(index);
    }
  }

  public BlockSchema {
    attributes = Collections.unmodifiableMap(attributes);
    blocks = Collections.unmodifiableMap(blocks);
  }

  /** A block whose schema is spelled as the packed files do, with those of the blocks inside. */
  public static BlockSchema of(String... lines) {
    return parse(lines[0], index -> of(lines[index]));
  }

  /** The block whose schema is one line of the packed form. */
  static BlockSchema parse(String line, IntFunction<BlockSchema> schemas) {
    if (line.equals("!")) {
      return new BlockSchema(Map.of(), Map.of(), true);
    }
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    Map<String, Nested> blocks = new LinkedHashMap<>();
    int semicolon = line.indexOf(';');
    for (String each : fields(line.substring(0, semicolon))) {
      int space = each.indexOf(' ');
      int second = each.indexOf(' ', space + 1);
      String flags = each.substring(space + 1, second);
      attributes.put(
          each.substring(0, space),
          new Attribute(
              Type.parse(each.substring(second + 1)),
              flags.indexOf('r') >= 0,
              flags.indexOf('o') >= 0,
              flags.indexOf('c') >= 0));
    }
    for (String each : fields(line.substring(semicolon + 1))) {
      String[] words = each.split(" ", -1);
      Mode mode =
          switch (words[1]) {
            case "l" -> Mode.LIST;
            case "t" -> Mode.SET;
            default -> Mode.SINGLE;
          };
      blocks.put(
          words[0],
          new Nested(
              mode,
              Integer.parseInt(words[2]),
              Integer.parseInt(words[3]),
              Integer.parseInt(words[4]),
              schemas));
    }
    return new BlockSchema(attributes, blocks, false);
  }

  private static String[] fields(String text) {
    return text.isEmpty() ? new String[0] : text.split("\\|", -1);
  }

  /** The type of an attribute's or a block's value; null where there is neither. */
  public @Nullable Type member(String name) {
    if (opaque) {
      return Type.Simple.ANY;
    }
    Attribute attribute = attributes.get(name);
    if (attribute != null) {
      return attribute.type();
    }
    Nested nested = blocks.get(name);
    if (nested == null) {
      return null;
    }
    Type inner = new Type.Block(nested.block());
    return switch (nested.mode()) {
      case SINGLE -> inner;
      case LIST -> Type.listOf(inner);
      case SET -> Type.setOf(inner);
    };
  }

  /** The names of all attributes and blocks. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(attributes.keySet());
    names.addAll(blocks.keySet());
    return names;
  }
}
