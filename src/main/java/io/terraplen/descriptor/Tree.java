package io.terraplen.descriptor;

import io.terraplen.model.Address;
import io.terraplen.model.Kind;
import io.terraplen.model.Kinds;
import io.terraplen.model.Scalars;
import io.terraplen.text.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The components of a descriptor before it is bound: what arrows and {@code like} can name. */
final class Tree {

  /** A component as written. */
  record Written(Kind<?> kind, Pointer at, Node.Entry entry) {}

  private Tree() {}

  /** Every component that is stated and not null, kind by kind, whether or not it can be bound. */
  static Map<Address, Written> components(Node.Mapping root) {
    Map<Address, Written> found = new LinkedHashMap<>();
    for (Kind<?> kind : Kinds.all()) {
      if (root.get(section(kind)) instanceof Node.Mapping section
          && section.get(kind.plural()) instanceof Node.Mapping components) {
        Pointer at = Pointer.ROOT.child(section(kind)).child(kind.plural());
        components
            .entries()
            .forEach(
                (key, entry) -> {
                  if (!entry.value().isNull()) {
                    found.put(
                        new Address(kind.name(), key), new Written(kind, at.child(key), entry));
                  }
                });
      }
    }
    return found;
  }

  /** The same descriptor with other values for components that it has. */
  static Node.Mapping with(Node.Mapping root, Map<Address, Node> changed) {
    Node.Mapping result = root;
    for (Kind<?> kind : Kinds.all()) {
      if (result.get(section(kind)) instanceof Node.Mapping section
          && section.get(kind.plural()) instanceof Node.Mapping components) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        components
            .entries()
            .forEach(
                (key, entry) ->
                    entries.put(
                        key,
                        new Node.Entry(
                            entry.key(),
                            changed.getOrDefault(new Address(kind.name(), key), entry.value()))));
        Node.Mapping replaced = new Node.Mapping(components.pos(), entries);
        result = result.with(section(kind), section.with(kind.plural(), replaced));
      }
    }
    return result;
  }

  private static String section(Kind<?> kind) {
    return Scalars.spell(kind.section());
  }
}
