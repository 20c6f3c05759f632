package io.terraplen.descriptor;

import io.terraplen.model.Doc;
import io.terraplen.model.Environment;
import io.terraplen.model.Identity;
import io.terraplen.model.Kind;
import io.terraplen.model.Kinds;
import io.terraplen.model.Open;
import io.terraplen.model.Scalars;
import io.terraplen.model.Section;
import io.terraplen.model.Shape;
import io.terraplen.model.Shorthand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at one place of a descriptor. Read off the model's records and kinds; binder,
 * merging, JSON Schema and {@link Show} walk it.
 */
sealed interface Form {

  /** The key at the top of a file that names the file it starts from. */
  String EXTENDS = "extends";

  /** The key of a component that names the component it starts from. */
  String LIKE = "like";

  /**
   * One scalar.
   *
   * @param key whose annotations hold for it: the key itself, or that of the list or map it lies in
   */
  record Value(Class<?> type, Shape.@Nullable Key key) implements Form {}

  /** A list. */
  record Items(Form item) implements Form {}

  /** A mapping with keys of a person's choice. */
  record Entries(Form value) implements Form {}

  /** The mapping of all components of one kind by their keys. */
  record Components(Kind<?> kind) implements Form {
    Keys form() {
      return Keys.of(kind.type());
    }
  }

  /**
   * A key.
   *
   * @param key the record component behind it; absent for what is no component: {@code extends},
   *     the kinds
   */
  record Field(String name, Form form, String doc, Shape.@Nullable Key key) {
    boolean required() {
      return key != null && key.isRequired();
    }

    boolean identity() {
      return key != null && key.has(Identity.class);
    }
  }

  /** The form of an environment. */
  static Keys environment() {
    return Keys.of(Environment.class);
  }

  private static Form of(Shape.Key key) {
    Class<?> type = key.type();
    if (type == List.class) {
      return new Items(of(key.elementType(), key));
    }
    if (type == Map.class) {
      return new Entries(of(key.elementType(), key));
    }
    return of(type, key);
  }

  private static Form of(Class<?> type, Shape.Key key) {
    return Scalars.isScalar(type) ? new Value(type, key) : Keys.of(type);
  }

  /** A mapping whose keys are known: a record. */
  final class Keys implements Form {

    private static final Map<Class<?>, Keys> ALL = new ConcurrentHashMap<>();

    private final Shape shape;
    private @Nullable Map<String, Field> fields;
    private final List<Field> shorthands = new ArrayList<>();
    private @Nullable Field open;

    private Keys(Shape shape) {
      this.shape = shape;
    }

    static Keys of(Class<?> record) {
      return ALL.computeIfAbsent(record, type -> new Keys(Shape.of(type)));
    }

    Shape shape() {
      return shape;
    }

    /** What the record is for. */
    String doc() {
      Doc doc = shape.type().getAnnotation(Doc.class);
      return doc == null ? "" : doc.value();
    }

    /** The keys by name; the one that takes all others is not among them. */
    synchronized Map<String, Field> fields() {
      if (fields == null) {
        fields = new LinkedHashMap<>();
        if (shape.type() == Environment.class) {
          String doc =
              "A file to start from, relative to this one: this one's keys go on top of its keys.";
          fields.put(EXTENDS, new Field(EXTENDS, new Value(String.class, null), doc, null));
        }
        for (Shape.Key key : shape.keys()) {
          Field field = new Field(key.name(), Form.of(key), key.doc(), key);
          if (key.has(Open.class)) {
            open = field;
            continue;
          }
          fields.put(key.name(), field);
          if (key.has(Shorthand.class)) {
            shorthands.add(field);
          }
        }
        for (Section section : Section.values()) {
          if (isSection(section)) {
            for (Kind<?> kind : Kinds.of(section)) {
              Components form = new Components(kind);
              fields.put(kind.plural(), new Field(kind.plural(), form, form.form().doc(), null));
            }
          }
        }
      }
      return fields;
    }

    /** Whether this is the record under the environment's key for a section. */
    private boolean isSection(Section section) {
      return Shape.of(Environment.class)
          .key(Scalars.spell(section))
          .filter(key -> key.type() == shape.type())
          .isPresent();
    }

    @Nullable Field field(String name) {
      return fields().get(name);
    }

    /** The key that takes all others, if there is one. */
    @Nullable Field open() {
      fields();
      return open;
    }

    /** The keys that may stand alone, without a mapping around them. */
    List<Field> shorthands() {
      fields();
      return shorthands;
    }

    /** Keys of which exactly one is stated: what several shorthands are to each other. */
    List<Field> alternatives() {
      return shorthands().size() > 1 ? shorthands : List.of();
    }

    /** A lone scalar or list as the mapping that it is short for; other nodes as they are. */
    Node expand(Node node) {
      for (Field field : shorthands()) {
        boolean fits =
            node instanceof Node.Scalar
                ? field.form() instanceof Value && !node.isNull()
                : node instanceof Node.Sequence && field.form() instanceof Items;
        if (fits) {
          Map<String, Node.Entry> entry = new LinkedHashMap<>();
          entry.put(field.name(), new Node.Entry(node.pos(), node));
          return new Node.Mapping(node.pos(), entry);
        }
      }
      return node;
    }

    @Override
    public String toString() {
      return shape.type().getSimpleName();
    }
  }
}
