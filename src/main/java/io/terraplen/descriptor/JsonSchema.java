package io.terraplen.descriptor;

import io.terraplen.model.Address;
import io.terraplen.model.Matches;
import io.terraplen.model.Patterns;
import io.terraplen.model.Range;
import io.terraplen.model.Scalars;
import io.terraplen.model.Shape;
import io.terraplen.model.Stage;
import io.terraplen.model.Targets;
import io.terraplen.text.Pointer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The descriptor's JSON Schema (draft 2020-12), for editors. It refuses nothing that {@link
 * Descriptors#load} accepts: null passes for every key, a text may look like a number, and keys are
 * required only in a file that extends no other and in a component that is like no other. For that
 * the required keys stand in definitions of their own, named {@code complete}.
 */
public final class JsonSchema {

  private static final String DEFINITIONS = "#/$defs/";

  private final Map<String, Object> definitions = new TreeMap<>();

  private JsonSchema() {}

  /** The schema's text; the same for the same model, byte by byte. */
  public static String text() {
    return Json.write(new JsonSchema().schema());
  }

  private Map<String, Object> schema() {
    Form.Keys environment = Form.environment();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Terraplen environment");
    schema.putAll(record(environment));
    Object complete = complete(environment);
    if (complete != null) {
      schema.put("if", states(Form.EXTENDS));
      schema.put("then", Map.of());
      schema.put("else", complete);
    }
    schema.put("$defs", definitions);
    return schema;
  }

  /** Passes for a mapping that has a text under a key, and for what is no mapping. */
  private static Map<String, Object> states(String key) {
    return ordered("required", List.of(key), "properties", ordered(key, ordered("type", "string")));
  }

  private Map<String, Object> record(Form.Keys form) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Form.Field field : form.fields().values()) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("description", description(field));
      property.putAll(nullable(value(field.form())));
      properties.put(field.name(), property);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", form.doc());
    schema.put("type", "object");
    schema.put("properties", properties);
    Form.Field open = form.open();
    schema.put(
        "additionalProperties",
        open == null ? false : nullable(value(((Form.Entries) open.form()).value())));
    List<Object> conflicts = conflicts(form.alternatives());
    if (!conflicts.isEmpty()) {
      schema.put("allOf", conflicts);
    }
    return schema;
  }

  /** That no two of some keys are stated together. */
  private static List<Object> conflicts(List<Form.Field> alternatives) {
    List<Object> conflicts = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      for (int j = i + 1; j < alternatives.size(); j++) {
        String one = alternatives.get(i).name();
        String other = alternatives.get(j).name();
        Object stated = ordered("not", ordered("type", "null"));
        conflicts.add(
            ordered(
                "not",
                ordered(
                    "required",
                    List.of(one, other),
                    "properties",
                    ordered(one, stated, other, stated))));
      }
    }
    return conflicts;
  }

  private static String description(Form.Field field) {
    Shape.Key key = field.key();
    if (key == null) {
      return field.doc();
    }
    Map<Stage, String> defaults = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      key.defaultAt(stage).ifPresent(value -> defaults.put(stage, value));
    }
    if (defaults.isEmpty() || defaults.containsValue("{}")) {
      return field.doc();
    }
    List<String> words = new ArrayList<>();
    boolean one =
        defaults.size() == Stage.values().length
            && defaults.values().stream().distinct().count() == 1;
    defaults.forEach(
        (stage, value) -> words.add(one ? value : value + " (" + Scalars.spell(stage) + ")"));
    return field.doc() + " Default: " + String.join(", ", one ? words.subList(0, 1) : words) + ".";
  }

  // -- what a value may be

  private Map<String, Object> value(Form form) {
    if (form instanceof Form.Value scalar) {
      return scalar(scalar);
    }
    if (form instanceof Form.Items items) {
      return ordered("type", "array", "items", value(items.item()));
    }
    if (form instanceof Form.Entries entries) {
      return ordered("type", "object", "additionalProperties", nullable(value(entries.value())));
    }
    if (form instanceof Form.Components components) {
      return ordered(
          "type",
          "object",
          "propertyNames",
          ordered("pattern", whole(Patterns.KEY), "maxLength", Patterns.KEY_LENGTH),
          "additionalProperties",
          nullable(value(components.form())));
    }
    Form.Keys keys = (Form.Keys) form;
    String name = name(keys);
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of()); // taken, should a record ever hold itself
      definitions.put(name, record(keys));
    }
    Map<String, Object> reference = ordered("$ref", DEFINITIONS + name);
    if (keys.shorthands().isEmpty()) {
      return reference;
    }
    List<Object> any = new ArrayList<>();
    for (Form.Field shorthand : keys.shorthands()) {
      any.add(value(shorthand.form()));
    }
    any.add(reference);
    return ordered("anyOf", any);
  }

  private static Map<String, Object> scalar(Form.Value form) {
    Class<?> type = form.type();
    Shape.Key key = form.key();
    if (type.isEnum()) {
      return ordered("enum", Scalars.spellings(type));
    }
    if (type == Boolean.class) {
      return ordered("type", "boolean");
    }
    if (Number.class.isAssignableFrom(type)) {
      Map<String, Object> schema = ordered("type", type == BigDecimal.class ? "number" : "integer");
      if (key != null) {
        key.annotation(Range.class)
            .ifPresent(
                range -> {
                  schema.put("minimum", new BigDecimal(Binder.plain(range.min())));
                  schema.put("maximum", new BigDecimal(Binder.plain(range.max())));
                });
      }
      return schema;
    }
    List<String> targets =
        key == null
            ? List.of()
            : key.annotation(Targets.class).map(Targets::value).map(List::of).orElse(List.of());
    if (type == Address.class) {
      String kinds = "(" + String.join("|", targets) + ")\\." + Patterns.KEY;
      return ordered("type", "string", "pattern", "^" + kinds + "$");
    }
    if (type == LocalDate.class) {
      return ordered("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}$");
    }
    if (type == Pointer.class) {
      return ordered("type", "string");
    }
    // Text is taken as it is written, so that 15.10 and true pass although JSON has other types for
    // them.
    Map<String, Object> schema = ordered("type", List.of("string", "number", "boolean"));
    String pattern =
        !targets.isEmpty()
            ? Patterns.KEY
            : key == null ? null : key.annotation(Matches.class).map(Matches::value).orElse(null);
    if (pattern != null) {
      schema.put("pattern", whole(pattern));
    } else if (key == null || key.type() == String.class) {
      schema.put("minLength", 1);
    }
    return schema;
  }

  private static String whole(String pattern) {
    return "^(?:" + pattern + ")$";
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    Map<String, Object> result = new LinkedHashMap<>(schema);
    if (schema.get("type") instanceof String type) {
      result.put("type", List.of(type, "null"));
    } else if (schema.get("type") instanceof List<?> types) {
      List<Object> more = new ArrayList<>(types);
      more.add("null");
      result.put("type", more);
    } else if (schema.get("anyOf") instanceof List<?> any) {
      List<Object> more = new ArrayList<>(any);
      more.add(ordered("type", "null"));
      result.put("anyOf", more);
    } else if (schema.get("enum") instanceof List<?> values) {
      return ordered("anyOf", List.of(ordered("enum", values), ordered("type", "null")));
    } else {
      return ordered("anyOf", List.of(schema, ordered("type", "null")));
    }
    return result;
  }

  // -- what must be there

  /** What a form must have below it to be complete; nothing if nothing is required. */
  private @Nullable Map<String, Object> complete(Form form) {
    if (form instanceof Form.Items items) {
      Map<String, Object> item = complete(items.item());
      return item == null ? null : ordered("items", item);
    }
    if (form instanceof Form.Entries entries) {
      Map<String, Object> value = complete(entries.value());
      return value == null ? null : ordered("additionalProperties", value);
    }
    if (form instanceof Form.Components components) {
      Map<String, Object> value = complete(components.form());
      if (value == null) {
        return null;
      }
      return ordered(
          "additionalProperties",
          components.form().field(Form.LIKE) == null
              ? value
              : ordered("if", states(Form.LIKE), "then", Map.of(), "else", value));
    }
    if (!(form instanceof Form.Keys keys)) {
      return null;
    }
    String name = name(keys) + ".complete";
    if (!definitions.containsKey(name)) {
      Map<String, Object> schema = requirements(keys);
      if (schema.isEmpty()) {
        return null;
      }
      definitions.put(name, schema);
    }
    return ordered("$ref", DEFINITIONS + name);
  }

  private Map<String, Object> requirements(Form.Keys keys) {
    List<Object> required = new ArrayList<>();
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Form.Field field : keys.fields().values()) {
      if (field.required()) {
        required.add(field.name());
      }
      Map<String, Object> below = complete(field.form());
      if (below != null) {
        properties.put(field.name(), below);
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!properties.isEmpty()) {
      schema.put("properties", properties);
    }
    if (!keys.alternatives().isEmpty()) {
      List<Object> any = new ArrayList<>();
      for (Form.Field field : keys.alternatives()) {
        any.add(ordered("required", List.of(field.name())));
      }
      schema.put("anyOf", any);
    }
    return schema;
  }

  /** {@code Database.Backup}: the record with the record it lies in. */
  private static String name(Form.Keys keys) {
    Class<?> type = keys.shape().type();
    Class<?> outer = type.getEnclosingClass();
    return outer == null
        ? type.getSimpleName()
        : outer.getSimpleName() + "." + type.getSimpleName();
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
