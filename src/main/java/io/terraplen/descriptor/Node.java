package io.terraplen.descriptor;

import io.terraplen.text.Pos;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of YAML and where it was written; merging makes new nodes and keeps the places. */
abstract sealed class Node {

  private final Pos pos;
  private final int size;
  private final int height;

  private Node(Pos pos, int size, int height) {
    this.pos = pos;
    this.size = size;
    this.height = height;
  }

  /** Where the value was written. */
  Pos pos() {
    return pos;
  }

  /** How many nodes this one is, itself included; what an alias repeats counts each time. */
  int size() {
    return size;
  }

  /** How many levels this node has: 1 for a scalar. */
  int height() {
    return height;
  }

  /** Whether this is YAML's null: the absence of a value, stated. */
  boolean isNull() {
    return false;
  }

  /** What this is, as messages say it. */
  abstract String described();

  /** The same value, written elsewhere. */
  abstract Node at(Pos place);

  /** One text; {@code plain} if it stood without quotes. */
  static final class Scalar extends Node {
    private final String text;
    private final boolean plain;

    Scalar(Pos pos, String text, boolean plain) {
      super(pos, 1, 1);
      this.text = text;
      this.plain = plain;
    }

    /** The text exactly as written, quotes and escapes resolved. */
    String text() {
      return text;
    }

    boolean plain() {
      return plain;
    }

    @Override
    boolean isNull() {
      return plain && CoreSchema.isNull(text);
    }

    @Override
    String described() {
      String shown = Messages.shown(text);
      return isNull() || (plain && CoreSchema.isNumberOrBoolean(text)) ? shown : "text " + shown;
    }

    @Override
    Node at(Pos place) {
      return new Scalar(place, text, plain);
    }
  }

  /** A list. */
  static final class Sequence extends Node {
    private final List<Node> items;

    Sequence(Pos pos, List<Node> items) {
      super(pos, sizeOf(items), heightOf(items));
      this.items = List.copyOf(items);
    }

    List<Node> items() {
      return items;
    }

    @Override
    String described() {
      return "a list";
    }

    @Override
    Node at(Pos place) {
      return new Sequence(place, items);
    }
  }

  /** A mapping whose keys are texts, in the order of writing. */
  static final class Mapping extends Node {
    private final Map<String, Entry> entries;

    Mapping(Pos pos, Map<String, Entry> entries) {
      super(pos, sizeOf(values(entries)), heightOf(values(entries)));
      this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    private static List<Node> values(Map<String, Entry> entries) {
      return entries.values().stream().map(Entry::value).toList();
    }

    Map<String, Entry> entries() {
      return entries;
    }

    /** The value of a key, if it has one that is not null. */
    @Nullable Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null || entry.value().isNull() ? null : entry.value();
    }

    /** The same mapping with another value for a key that it has. */
    Mapping with(String key, Node value) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.computeIfPresent(key, (name, entry) -> new Entry(entry.key(), value));
      return new Mapping(pos(), changed);
    }

    /** The same mapping without a key. */
    Mapping without(String key) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.remove(key);
      return new Mapping(pos(), changed);
    }

    @Override
    String described() {
      return "a mapping";
    }

    @Override
    Node at(Pos place) {
      return new Mapping(place, entries);
    }
  }

  /** A value that a finding has been made of already; whoever meets it says nothing more. */
  static final class Broken extends Node {
    Broken(Pos pos) {
      super(pos, 1, 1);
    }

    @Override
    String described() {
      return "nothing";
    }

    @Override
    Node at(Pos place) {
      return new Broken(place);
    }
  }

  /** Where a key was written, and its value. */
  record Entry(Pos key, Node value) {}

  private static int sizeOf(List<Node> children) {
    int size = 1;
    for (Node child : children) {
      size += child.size;
    }
    return size;
  }

  private static int heightOf(List<Node> children) {
    int height = 0;
    for (Node child : children) {
      height = Math.max(height, child.height);
    }
    return height + 1;
  }
}
