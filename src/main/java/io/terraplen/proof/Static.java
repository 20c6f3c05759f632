package io.terraplen.proof;

import io.terraplen.schema.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an expression's value before anything runs: its type, and as much of the
 * value as is written out.
 *
 * @param type {@link Type.Simple#ANY} where nothing is known
 * @param text a primitive value as text, where it is known
 * @param items the elements of a list that is written out
 * @param members the attributes of an object that is written out
 * @param isNull whether it is certainly {@code null}
 */
record Static(
    Type type,
    @Nullable String text,
    @Nullable List<Static> items,
    @Nullable Map<String, Static> members,
    boolean isNull) {

  static final Static ANY = unknown(Type.Simple.ANY);
  static final Static NULL = new Static(Type.Simple.ANY, null, null, null, true);

  static Static unknown(Type type) {
    return new Static(type, null, null, null, false);
  }

  static Static known(Type type, String text) {
    return new Static(type, text, null, null, false);
  }

  static Static items(List<Static> items) {
    return new Static(
        new Type.Tuple(items.stream().map(Static::type).toList()),
        null,
        List.copyOf(items),
        null,
        false);
  }

  static Static members(Map<String, Static> members) {
    Map<String, Type> types = new LinkedHashMap<>();
    members.forEach((name, member) -> types.put(name, member.type()));
    return new Static(
        new Type.Obj(types, java.util.Set.of()),
        null,
        null,
        Collections.unmodifiableMap(new LinkedHashMap<>(members)),
        false);
  }

  boolean isAny() {
    return type == Type.Simple.ANY;
  }

  boolean isPrimitive() {
    return type instanceof Type.Simple && !isAny();
  }
}
