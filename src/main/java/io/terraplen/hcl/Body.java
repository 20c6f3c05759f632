package io.terraplen.hcl;

import io.terraplen.text.Pos;
import java.util.List;
import java.util.Optional;

/** What stands in a file or between a block's braces, in its order. */
public record Body(List<Element> elements) {

  public Body {
    elements = List.copyOf(elements);
  }

  /** An attribute or a block. */
  public sealed interface Element {
    /** The name of an attribute, the type of a block. */
    String name();

    /** Where that word stands. */
    Pos pos();
  }

  /** A name with a value. */
  public record Attribute(String name, Pos pos, Expression value) implements Element {}

  /**
   * A block.
   *
   * @param labels the texts of its labels, quoted or not
   * @param comments the comment lines directly above, without marks and outer spaces
   * @param headerComment the comment behind its opening brace, empty where there is none
   */
  public record Block(
      String name,
      Pos pos,
      List<String> labels,
      Body body,
      List<String> comments,
      String headerComment)
      implements Element {

    public Block {
      labels = List.copyOf(labels);
      comments = List.copyOf(comments);
    }
  }

  /** The attributes, in their order. */
  public List<Attribute> attributes() {
    return elements.stream()
        .filter(Attribute.class::isInstance)
        .map(Attribute.class::cast)
        .toList();
  }

  /** The value of an attribute. */
  public Optional<Expression> value(String name) {
    return attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(Attribute::value)
        .findFirst();
  }

  /** The blocks, in their order. */
  public List<Block> blocks() {
    return elements.stream().filter(Block.class::isInstance).map(Block.class::cast).toList();
  }

  /** The blocks of a type. */
  public List<Block> blocks(String type) {
    return blocks().stream().filter(block -> block.name().equals(type)).toList();
  }
}
