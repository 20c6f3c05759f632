package io.terraplen.proof;

import io.terraplen.schema.Type;
import io.terraplen.schema.Type.Simple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Terraform's conversions between types: a number or flag becomes text, text that spells one
 * becomes a number or flag, lists and sets become each other, objects and maps too.
 */
final class Conversion {

  private static final Set<String> FLAGS = Set.of("true", "false", "1", "0");

  private Conversion() {}

  /** Why a value cannot become a type, in words that follow the value's name; null where it can. */
  static @Nullable String refusal(Static value, Type target) {
    if (value.isNull() || value.isAny() || target == Simple.ANY || target instanceof Type.Block) {
      return null;
    }
    if (target instanceof Simple simple) {
      return toSimple(value, simple);
    }
    if (target instanceof Type.Collection collection) {
      return collection.is(Type.Kind.MAP)
          ? toMap(value, collection)
          : toSequence(value, collection);
    }
    if (target instanceof Type.Obj object) {
      return toObject(value, object);
    }
    return toTuple(value, (Type.Tuple) target);
  }

  private static @Nullable String toSimple(Static value, Simple target) {
    String needed = "a " + target.words() + " is required";
    if (!(value.type() instanceof Simple type)) {
      return needed;
    }
    if (type == target || target == Simple.STRING) {
      return null;
    }
    if (type != Simple.STRING) {
      return needed;
    }
    String text = value.text();
    if (text == null) {
      return null;
    }
    if (target == Simple.BOOL) {
      return FLAGS.contains(text) ? null : needed + ": `true` or `false`";
    }
    return isNumber(text) ? null : needed;
  }

  private static boolean isNumber(String text) {
    try {
      new BigDecimal(text);
      return !text.isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static @Nullable String toSequence(Static value, Type.Collection target) {
    if (value.items() != null) {
      for (int i = 0; i < value.items().size(); i++) {
        String refusal = refusal(value.items().get(i), target.element());
        if (refusal != null) {
          return "element " + i + ": " + refusal;
        }
      }
      return null;
    }
    Type type = value.type();
    if (type instanceof Type.Tuple tuple) {
      for (Type element : tuple.elements()) {
        String refusal = refusal(Static.unknown(element), target.element());
        if (refusal != null) {
          return refusal;
        }
      }
      return null;
    }
    if (type instanceof Type.Collection from && !from.is(Type.Kind.MAP)) {
      return refusal(Static.unknown(from.element()), target.element());
    }
    return "a " + target.words() + " is required";
  }

  private static @Nullable String toMap(Static value, Type.Collection target) {
    Map<String, Static> members = value.members();
    if (members != null) {
      for (Map.Entry<String, Static> each : members.entrySet()) {
        String refusal = refusal(each.getValue(), target.element());
        if (refusal != null) {
          return "element \"" + each.getKey() + "\": " + refusal;
        }
      }
      return null;
    }
    Type type = value.type();
    if (type instanceof Type.Obj object) {
      for (Type element : object.attributes().values()) {
        String refusal = refusal(Static.unknown(element), target.element());
        if (refusal != null) {
          return refusal;
        }
      }
      return null;
    }
    if (type instanceof Type.Collection from && from.is(Type.Kind.MAP)) {
      return refusal(Static.unknown(from.element()), target.element());
    }
    return type instanceof Type.Block ? null : "a " + target.words() + " is required";
  }

  private static @Nullable String toObject(Static value, Type.Obj target) {
    Type type = value.type();
    if (type instanceof Type.Block) {
      return null;
    }
    if (type instanceof Type.Collection from && from.is(Type.Kind.MAP)) {
      return null;
    }
    if (!(type instanceof Type.Obj from)) {
      return "an object is required";
    }
    for (Map.Entry<String, Type> each : target.attributes().entrySet()) {
      String name = each.getKey();
      if (!from.attributes().containsKey(name)) {
        if (!target.optional().contains(name)) {
          return "attribute \"" + name + "\" is required";
        }
        continue;
      }
      Static member =
          value.members() == null
              ? Static.unknown(from.attributes().get(name))
              : value.members().getOrDefault(name, Static.ANY);
      String refusal = refusal(member, each.getValue());
      if (refusal != null) {
        return "attribute \"" + name + "\": " + refusal;
      }
    }
    return null;
  }

  private static @Nullable String toTuple(Static value, Type.Tuple target) {
    List<Static> items = value.items();
    if (items == null) {
      return value.type() instanceof Type.Collection from && !from.is(Type.Kind.MAP)
          ? "a tuple is required"
          : value.type() instanceof Type.Tuple ? null : "a tuple is required";
    }
    if (items.size() != target.elements().size()) {
      return target.elements().size() + " elements are required";
    }
    for (int i = 0; i < items.size(); i++) {
      String refusal = refusal(items.get(i), target.elements().get(i));
      if (refusal != null) {
        return "element " + i + ": " + refusal;
      }
    }
    return null;
  }
}
