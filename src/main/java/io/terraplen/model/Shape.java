package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a model record looks like in a descriptor: its keys, their types and their annotations. The
 * binder, the JSON Schema, {@code gen show} and {@link Defaults} all read records through this one
 * class.
 */
public final class Shape {

  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  private final Class<?> type;
  private final List<Key> keys;
  private final RecordComponent[] components;
  private final Constructor<?> constructor;

  private Shape(Class<?> type) {
    this.type = type;
    this.components = type.getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    List<Key> found = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      if (!isInner(components[i])) {
        found.add(new Key(i, components[i]));
      }
    }
    this.keys = List.copyOf(found);
    try {
      this.constructor = type.getDeclaredConstructor(parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The shape of a model record. */
  public static Shape of(Class<?> record) {
    return SHAPES.computeIfAbsent(record, Shape::new);
  }

  /**
   * Whether a component is no key: the address, a component's own key, the components of an
   * environment.
   */
  private boolean isInner(RecordComponent component) {
    return (component.getName().equals("at") && component.getType() == Pointer.class)
        || component.getType() == Components.class
        || (component.getName().equals("key") && Component.class.isAssignableFrom(type));
  }

  /** The record. */
  public Class<?> type() {
    return type;
  }

  /** The keys, in the order of the record's components. */
  public List<Key> keys() {
    return keys;
  }

  /** The key of a spelling. */
  public Optional<Key> key(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /** The key that takes all others, if there is one. */
  public Optional<Key> open() {
    return keys.stream().filter(key -> key.has(Open.class)).findFirst();
  }

  /** How many components the record has, inner ones included. */
  public int size() {
    return components.length;
  }

  /** The position of the component {@code name}, or -1. */
  public int indexOf(String name) {
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Makes a record of its components' values in order. */
  public Object create(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The values of a record's components in order. */
  public @Nullable Object[] values(Object record) {
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = read(components[i], record);
    }
    return values;
  }

  private static @Nullable Object read(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key of a record. */
  public static final class Key {
    private final int index;
    private final String name;
    private final RecordComponent component;

    private Key(int index, RecordComponent component) {
      this.index = index;
      this.component = component;
      Name given = component.getAnnotation(Name.class);
      this.name = given != null ? given.value() : snakeCase(component.getName());
    }

    /** The position among the record's components. */
    public int index() {
      return index;
    }

    /** The key as a descriptor spells it. */
    public String name() {
      return name;
    }

    /** The value's class; {@link List} and {@link Map} for those. */
    public Class<?> type() {
      return component.getType();
    }

    /** The value's type with its arguments, by which keys of two records are told to be alike. */
    public Type genericType() {
      return component.getGenericType();
    }

    /** The class of a list's items or a map's values. */
    public Class<?> elementType() {
      Type[] arguments = ((ParameterizedType) component.getGenericType()).getActualTypeArguments();
      return (Class<?>) arguments[arguments.length - 1];
    }

    public boolean isRequired() {
      return has(Required.class);
    }

    public boolean has(Class<? extends Annotation> annotation) {
      return component.isAnnotationPresent(annotation);
    }

    /** An annotation of the key. */
    public <A extends Annotation> Optional<A> annotation(Class<A> annotation) {
      return Optional.ofNullable(component.getAnnotation(annotation));
    }

    /** The text of the key's {@link Doc}. */
    public String doc() {
      return annotation(Doc.class).map(Doc::value).orElse("");
    }

    /** The default at a stage as a descriptor would spell it, if there is one. */
    public Optional<String> defaultAt(Stage stage) {
      return annotation(Default.class)
          .map(
              value -> {
                String own =
                    switch (stage) {
                      case DEVELOPMENT -> value.development();
                      case PREPRODUCTION -> value.preproduction();
                      case PRODUCTION -> value.production();
                    };
                return own.isEmpty() ? value.value() : own;
              });
    }

    /**
     * Whether a record of an effective environment has this key's default, so that it may well not
     * be stated.
     */
    public boolean isDefault(Object record, Stage stage) {
      return defaultAt(stage)
          .map(spelling -> Scalars.parse(type(), spelling).equals(value(record)))
          .orElse(value(record) == null);
    }

    /** The value of this key in a record. */
    public @Nullable Object value(Object record) {
      return read(component, record);
    }

    @Override
    public String toString() {
      return Objects.requireNonNull(name);
    }
  }

  /**
   * {@code retentionDays} as {@code retention_days}; without a regular expression, for the sake of
   * the first start.
   */
  static String snakeCase(String name) {
    StringBuilder snake = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(name.charAt(i - 1))) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }
}
