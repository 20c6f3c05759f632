package io.terraplen.descriptor;

import io.terraplen.model.Address;
import io.terraplen.model.Component;
import io.terraplen.model.Defaults;
import io.terraplen.model.Environment;
import io.terraplen.model.Scalars;
import io.terraplen.model.Shape;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import io.terraplen.text.SourceMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The effective environment as YAML, each line with where its value comes from. The text is a
 * descriptor itself: loaded again, it gives an equal effective environment.
 */
public final class Show {

  /** Lines longer than this do not push the comments of all others to the right. */
  private static final int ALIGNED = 56;

  private record Line(String text, String comment) {}

  private final Environment effective;
  private final Environment stated;
  private final SourceMap sources;

  private Show(Environment stated, SourceMap sources) {
    this.stated = stated;
    this.sources = sources;
    this.effective = Defaults.apply(stated);
  }

  /** The effective environment of a stated one. */
  public static String yaml(Environment stated, SourceMap sources) {
    Show show = new Show(stated, sources);
    List<Line> lines =
        show.record(Form.environment(), show.effective, stated, null, Pointer.ROOT, 0);
    int width = 0;
    for (Line line : lines) {
      if (width(line) <= ALIGNED) {
        width = Math.max(width, width(line));
      }
    }
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      int gap = Math.max(0, width - width(line)) + 2;
      out.append(line.text()).append(" ".repeat(gap)).append("# ").append(line.comment());
      out.append('\n');
    }
    return out.toString();
  }

  private static int width(Line line) {
    return line.text().codePointCount(0, line.text().length());
  }

  /**
   * The lines of a mapping.
   *
   * @param given the same record as stated; null if it was not
   * @param base what {@code like} would lay below the mapping when it is read again: keys that it
   *     has and this record does not must be written as null
   */
  private List<Line> record(
      Form.Keys form,
      Object record,
      @Nullable Object given,
      @Nullable Object base,
      Pointer at,
      int indent) {
    List<Line> lines = new ArrayList<>();
    for (Form.Field field : form.fields().values()) {
      Pointer below = at.child(field.name());
      if (field.form() instanceof Form.Components kind) {
        components(lines, kind, field.name(), below, indent);
        continue;
      }
      Shape.Key key = field.key();
      if (key == null) {
        continue;
      }
      Object value = key.value(record);
      Object beneath = base == null || field.identity() ? null : valueIn(field, base);
      Object before = given == null ? null : key.value(given);
      if (value != null) {
        entry(lines, field.name(), field.form(), value, before, beneath, below, indent);
      } else if (beneath != null) {
        lines.add(new Line(" ".repeat(indent) + field.name() + ": null", removed(below)));
      }
    }
    Form.Field open = form.open();
    if (open != null && open.key() != null && open.key().value(record) instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) ->
              entry(
                  lines,
                  name.toString(),
                  ((Form.Entries) open.form()).value(),
                  value,
                  value,
                  null,
                  at.child(name.toString()),
                  indent));
    }
    return lines;
  }

  /** The value of a key of the same name and type in a record that may be of another class. */
  private static @Nullable Object valueIn(Form.Field field, Object base) {
    Form.Field same = Form.Keys.of(base.getClass()).field(field.name());
    return same == null || same.key() == null || !Like.isSame(field, same)
        ? null
        : same.key().value(base);
  }

  private void components(
      List<Line> lines, Form.Components kind, String plural, Pointer at, int indent) {
    List<Line> found = new ArrayList<>();
    for (Component component : effective.all(kind.kind().type())) {
      Object given = null;
      for (Component candidate : stated.all(kind.kind().type())) {
        given = candidate.key().equals(component.key()) ? candidate : given;
      }
      Object base = base(kind, component);
      Pointer place = at.child(component.key());
      entry(found, component.key(), kind.form(), component, given, base, place, indent + 2);
    }
    if (!found.isEmpty()) {
      lines.add(new Line(" ".repeat(indent) + plural + ":", source(at, true)));
      lines.addAll(found);
    }
  }

  /** The component that this one is like, if it is like one. */
  private @Nullable Object base(Form.Components kind, Component component) {
    Form.Field like = kind.form().field(Form.LIKE);
    return like != null
            && like.key() != null
            && like.key().value(component) instanceof Address address
        ? effective.components().find(address).orElse(null)
        : null;
  }

  private void entry(
      List<Line> lines,
      String name,
      Form form,
      Object value,
      @Nullable Object given,
      @Nullable Object base,
      Pointer at,
      int indent) {
    String key = " ".repeat(indent) + Quoting.text(name) + ":";
    String inline = inline(form, value);
    if (inline != null) {
      lines.add(new Line(key + " " + inline, source(at, given != null)));
      return;
    }
    List<Line> below = lines(form, value, given, base, at, indent + 2);
    if (below.isEmpty()) {
      String empty = value instanceof List<?> ? "[]" : "{}";
      lines.add(new Line(key + " " + empty, source(at, given != null)));
    } else {
      lines.add(new Line(key, source(at, given != null)));
      lines.addAll(below);
    }
  }

  /**
   * A value that fits behind its key: a scalar, or a record of which only the shorthand is known.
   */
  private static @Nullable String inline(Form form, Object value) {
    if (form instanceof Form.Value) {
      return scalar(value);
    }
    if (!(form instanceof Form.Keys keys)) {
      return null;
    }
    String found = null;
    for (Form.Field field : keys.fields().values()) {
      Object part = field.key() == null ? null : field.key().value(value);
      if (part == null) {
        continue;
      }
      if (found != null
          || !keys.shorthands().contains(field)
          || !(field.form() instanceof Form.Value)) {
        return null;
      }
      found = scalar(part);
    }
    Form.Field open = keys.open();
    boolean others = open != null && open.key() != null && open.key().value(value) != null;
    return others ? null : found;
  }

  private static String scalar(Object value) {
    String spelling = Scalars.spell(value);
    return value instanceof Number || value instanceof Boolean || value instanceof LocalDate
        ? spelling
        : Quoting.text(spelling);
  }

  private List<Line> lines(
      Form form,
      Object value,
      @Nullable Object given,
      @Nullable Object base,
      Pointer at,
      int indent) {
    List<Line> lines = new ArrayList<>();
    if (form instanceof Form.Keys keys) {
      return record(keys, value, given, base, at, indent);
    }
    if (form instanceof Form.Entries entries) {
      Map<?, ?> map = (Map<?, ?>) value;
      map.forEach(
          (name, item) ->
              entry(
                  lines,
                  name.toString(),
                  entries.value(),
                  item,
                  given instanceof Map<?, ?> before ? before.get(name) : null,
                  null,
                  at.child(name.toString()),
                  indent));
      if (base instanceof Map<?, ?> inherited) {
        for (Object name : inherited.keySet()) {
          if (!map.containsKey(name)) {
            String key = " ".repeat(indent) + Quoting.text(name.toString());
            lines.add(new Line(key + ": null", removed(at.child(name.toString()))));
          }
        }
      }
      return lines;
    }
    List<?> items = (List<?>) value;
    for (int i = 0; i < items.size(); i++) {
      Object before = given instanceof List<?> list && i < list.size() ? list.get(i) : null;
      lines.addAll(item(((Form.Items) form).item(), items.get(i), before, at.item(i), indent));
    }
    return lines;
  }

  private List<Line> item(Form form, Object value, @Nullable Object given, Pointer at, int indent) {
    String dash = " ".repeat(indent) + "- ";
    String inline = inline(form, value);
    if (inline != null) {
      return List.of(new Line(dash + inline, source(at, given != null)));
    }
    List<Line> lines = new ArrayList<>(lines(form, value, given, null, at, indent + 2));
    if (lines.isEmpty()) {
      return List.of(new Line(dash + "{}", source(at, given != null)));
    }
    Line first = lines.get(0);
    lines.set(0, new Line(dash + first.text().substring(indent + 2), first.comment()));
    return lines;
  }

  private String source(Pointer at, boolean isStated) {
    if (!isStated) {
      return "default for " + Scalars.spell(effective.stage());
    }
    Pos pos = sources.resolve(at);
    return pos.file() + ":" + pos.line();
  }

  private String removed(Pointer at) {
    return sources.entry(at).isPresent() ? source(at, true) : "not taken over";
  }
}
