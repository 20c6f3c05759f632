package io.terraplen.rule;

import io.terraplen.hcl.Body;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A block of the rendered Terraform.
 *
 * @param module {@code network}, {@code data}, {@code app}; empty for the root
 * @param at the address in the descriptor that the comment above the block gives, else that of the
 *     block around it, else the root
 */
public record OutputBlock(String module, Body.Block block, Pointer at) {

  /** The last label: the block's own name. */
  public String label() {
    return block.labels().isEmpty() ? "" : block.labels().get(block.labels().size() - 1);
  }

  /** The first label: a resource's type. */
  public String type() {
    return block.labels().isEmpty() ? "" : block.labels().get(0);
  }

  /** Where the block stands in the rendered file. */
  public Pos pos() {
    return block.pos();
  }

  /** An argument's value. */
  public Optional<Value> value(String name) {
    return block.body().value(name).map(Value::of);
  }

  /** An argument's value where it is written out as one text, number or flag. */
  public Optional<String> text(String name) {
    return value(name).flatMap(Value::text);
  }

  /** The blocks of a type inside this one. */
  public Stream<OutputBlock> nested(String type) {
    return block.body().blocks(type).stream().map(inner -> of(module, inner, at));
  }

  static OutputBlock of(String module, Body.Block block, Pointer around) {
    Pointer at =
        block.comments().isEmpty()
            ? pointer(block.headerComment())
            : pointer(block.comments().get(0));
    return new OutputBlock(module, block, at.isRoot() ? around : at);
  }

  private static Pointer pointer(String comment) {
    try {
      return Pointer.parse(comment);
    } catch (IllegalArgumentException e) {
      return Pointer.ROOT;
    }
  }
}
