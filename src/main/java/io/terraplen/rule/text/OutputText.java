package io.terraplen.rule.text;

import io.terraplen.hcl.Body;
import io.terraplen.hcl.Expression;
import io.terraplen.rule.Output;
import io.terraplen.rule.OutputBlock;
import io.terraplen.text.Pos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text that a resource of the output is given, written out.
 *
 * @param block the resource
 * @param pos where the text stands in the output
 * @param argument its name, {@code rule.name} for one in a block
 */
record OutputText(OutputBlock block, Pos pos, String argument, String text) {

  private static final String TAGS = "tags";

  /** Every such text. */
  static List<OutputText> all(Output output) {
    List<OutputText> texts = new ArrayList<>();
    output.resources().forEach(block -> collect(block, block.block().body(), "", texts));
    return List.copyOf(texts);
  }

  private static void collect(OutputBlock block, Body body, String prefix, List<OutputText> texts) {
    for (Body.Attribute attribute : body.attributes()) {
      Expression value = attribute.value();
      String argument = prefix + attribute.name();
      if (value instanceof Expression.Mapping map && argument.equals(TAGS)) {
        for (Expression.Entry entry : map.entries()) {
          add(block, TAGS + ".key", entry.name(), entry.key().pos(), texts);
          add(block, TAGS + ".value", entry.value().asText(), entry.value().pos(), texts);
        }
      } else {
        add(block, argument, value.asText(), value.pos(), texts);
      }
    }
    for (Body.Block inner : body.blocks()) {
      collect(block, inner.body(), prefix + inner.name() + ".", texts);
    }
  }

  private static void add(
      OutputBlock block, String argument, Optional<String> text, Pos pos, List<OutputText> texts) {
    text.ifPresent(value -> texts.add(new OutputText(block, pos, argument, value)));
  }
}
