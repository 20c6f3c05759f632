package io.terraplen.descriptor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays one node over another: mappings merge key by key, anything else replaces what lies below. A
 * null stays as the mark of something removed, so that a third layer does not bring it back.
 */
final class Merge {

  private Merge() {}

  /** {@code over} laid on {@code base}; every value keeps its place. */
  static Node merge(@Nullable Form form, Node base, Node over) {
    if (!(over instanceof Node.Mapping upper)) {
      return over;
    }
    Node expanded = form instanceof Form.Keys keys ? keys.expand(base) : base;
    return expanded instanceof Node.Mapping lower ? merge(form, lower, upper) : over;
  }

  static Node.Mapping merge(@Nullable Form form, Node.Mapping lower, Node.Mapping upper) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(lower.entries());
    if (form instanceof Form.Keys keys
        && keys.alternatives().stream().anyMatch(field -> upper.get(field.name()) != null)) {
      keys.alternatives().forEach(field -> merged.remove(field.name()));
    }
    upper
        .entries()
        .forEach(
            (key, entry) -> {
              Node.Entry below = merged.get(key);
              Node value =
                  below == null
                      ? entry.value()
                      : merge(below(form, key), below.value(), entry.value());
              merged.put(key, new Node.Entry(entry.key(), value));
            });
    return new Node.Mapping(upper.pos(), merged);
  }

  private static @Nullable Form below(@Nullable Form form, String key) {
    if (form instanceof Form.Keys keys) {
      Form.Field field = keys.field(key);
      return field == null ? null : field.form();
    }
    if (form instanceof Form.Entries entries) {
      return entries.value();
    }
    return form instanceof Form.Components components ? components.form() : null;
  }
}
