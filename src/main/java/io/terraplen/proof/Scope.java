package io.terraplen.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees besides the module's own definitions.
 *
 * @param node what depends on all that the expression refers to, in the graph
 * @param each whether {@code each} is there
 * @param count whether {@code count} is there
 * @param self whether {@code self} is there
 * @param lenient whether a type that does not fit is caught, as inside {@code try}
 */
record Scope(
    String node,
    boolean each,
    boolean count,
    boolean self,
    boolean lenient,
    Map<String, Static> variables) {

  static Scope of(String node) {
    return new Scope(node, false, false, false, false, Map.of());
  }

  Scope repeated(boolean withEach, boolean withCount) {
    return new Scope(node, withEach, withCount, self, lenient, variables);
  }

  Scope withSelf() {
    return new Scope(node, each, count, true, lenient, variables);
  }

  Scope asLenient() {
    return new Scope(node, each, count, self, true, variables);
  }

  Scope with(String name, Static value) {
    Map<String, Static> more = new LinkedHashMap<>(variables);
    more.put(name, value);
    return new Scope(node, each, count, self, lenient, more);
  }

  Optional<Static> variable(String name) {
    return Optional.ofNullable(value(name));
  }

  private @Nullable Static value(String name) {
    return variables.get(name);
  }
}
