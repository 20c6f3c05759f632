package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The step from what was stated to what holds: every key with a {@link Default} that was left out
 * gets the default of the environment's stage. The defaults themselves stand on the records.
 */
public final class Defaults {

  private final Stage stage;

  private Defaults(Stage stage) {
    this.stage = stage;
  }

  /** The effective environment; applying twice is applying once. */
  public static Environment apply(Environment stated) {
    Defaults defaults = new Defaults(stated.stage());
    Environment filled = (Environment) defaults.fill(stated, stated.at());
    return new Environment(
        filled.at(),
        filled.system(),
        filled.environment(),
        filled.stage(),
        filled.account(),
        filled.region(),
        filled.tags(),
        filled.state(),
        filled.network(),
        filled.data(),
        filled.app(),
        filled.components().map(component -> (Component) defaults.fill(component, component.at())),
        filled.waivers());
  }

  private Object fill(Object record, Pointer at) {
    Shape shape = Shape.of(record.getClass());
    @Nullable Object[] values = shape.values(record);
    for (Shape.Key key : shape.keys()) {
      Pointer below = at.child(key.name());
      Object value = values[key.index()];
      if (value == null) {
        values[key.index()] =
            key.defaultAt(stage).map(spelling -> read(key, spelling, below)).orElse(null);
      } else {
        values[key.index()] = fillValue(value, below);
      }
    }
    return shape.create(values);
  }

  private Object fillValue(Object value, Pointer at) {
    if (value instanceof Record record && !Scalars.isScalar(value.getClass())) {
      return fill(record, at);
    }
    if (value instanceof List<?> list) {
      List<Object> filled = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        filled.add(fillValue(list.get(i), at.item(i)));
      }
      return List.copyOf(filled);
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> filled = new LinkedHashMap<>();
      map.forEach((key, item) -> filled.put(key, fillValue(item, at.child(key.toString()))));
      return java.util.Collections.unmodifiableMap(filled);
    }
    return value;
  }

  private Object read(Shape.Key key, String spelling, Pointer at) {
    Class<?> type = key.type();
    if (type == List.class) {
      return Arrays.stream(spelling.split(", ", -1))
          .map(item -> Scalars.parse(key.elementType(), item))
          .toList();
    }
    if (Scalars.isScalar(type)) {
      return Scalars.parse(type, spelling);
    }
    Shape shape = Shape.of(type);
    @Nullable Object[] values = new @Nullable Object[shape.size()];
    values[shape.indexOf("at")] = at;
    if (!spelling.equals("{}")) {
      Shape.Key shorthand =
          shape.keys().stream()
              .filter(
                  candidate -> candidate.has(Shorthand.class) && Scalars.isScalar(candidate.type()))
              .findFirst()
              .orElseThrow();
      values[shorthand.index()] = Scalars.parse(shorthand.type(), spelling);
    }
    return Objects.requireNonNull(fill(shape.create(values), at));
  }
}
