package io.terraplen.descriptor;

import static io.terraplen.descriptor.DescriptorRules.DANGLING_ARROW;
import static io.terraplen.descriptor.DescriptorRules.ENVIRONMENT_NAME;
import static io.terraplen.descriptor.DescriptorRules.KEY_CLASH;
import static io.terraplen.descriptor.DescriptorRules.MISSING_KEY;
import static io.terraplen.descriptor.DescriptorRules.UNKNOWN_KEY;
import static io.terraplen.descriptor.DescriptorRules.VALUE_NOT_ALLOWED;
import static io.terraplen.descriptor.DescriptorRules.WRONG_TYPE;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.model.Address;
import io.terraplen.model.Component;
import io.terraplen.model.Components;
import io.terraplen.model.Environment;
import io.terraplen.model.Kind;
import io.terraplen.model.Kinds;
import io.terraplen.model.Matches;
import io.terraplen.model.Patterns;
import io.terraplen.model.Range;
import io.terraplen.model.Scalars;
import io.terraplen.model.Shape;
import io.terraplen.model.Targets;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import io.terraplen.text.SourceMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an environment of nodes, checks every value on the way and records where it was written. A
 * value that is complained about is bound to nothing; the environment is used only if there is no
 * finding at all.
 */
final class Binder {

  private final String name;
  private final boolean intact;
  private final Problems problems;
  private final SourceMap.Builder sources;
  private final Map<Address, Tree.Written> written;
  private final List<Component> components = new ArrayList<>();
  private final Map<String, Pattern> patterns = new HashMap<>();

  private Binder(
      String name,
      boolean intact,
      Problems problems,
      SourceMap.Builder sources,
      Map<Address, Tree.Written> written) {
    this.name = name;
    this.intact = intact;
    this.problems = problems;
    this.sources = sources;
    this.written = written;
  }

  /**
   * The environment that a descriptor states; of use only if {@code problems} is empty afterwards.
   *
   * @param name what {@code environment:} must be
   * @param intact whether the descriptor holds all that its files state; if not, nothing is said to
   *     be missing
   */
  static @Nullable Environment bind(
      Node.Mapping root,
      String file,
      String name,
      boolean intact,
      Problems problems,
      SourceMap.Builder sources) {
    Binder binder = new Binder(name, intact, problems, sources, Tree.components(root));
    binder.checkClashes();
    Form.Keys form = Form.environment();
    @Nullable Object[] values = binder.values(form, root, Pointer.ROOT, Pos.startOf(file), null);
    binder.checkName(root);
    if (!problems.isEmpty()) {
      return null;
    }
    Shape shape = form.shape();
    values[shape.indexOf("components")] = Components.of(binder.components);
    return (Environment) shape.create(values);
  }

  private void checkName(Node.Mapping root) {
    Pointer at = Pointer.ROOT.child("environment");
    if (intact
        && root.get("environment") instanceof Node.Scalar scalar
        && !scalar.text().equals(name)) {
      problems.add(
          ENVIRONMENT_NAME
              .finding(
                  at,
                  "`environment` is %s, but the file is named `%s.yaml`",
                  Messages.shown(scalar.text()),
                  name)
              .withPos(scalar.pos())
              .fix(Quoting.text(name)));
    }
  }

  private void checkClashes() {
    Map<String, Tree.Written> first = new HashMap<>();
    written.forEach(
        (address, component) -> {
          Kind<?> kind = component.kind();
          if (kind.family() == Kind.Family.OWN) {
            return;
          }
          Tree.Written earlier = first.putIfAbsent(kind.family() + "." + address.name(), component);
          if (earlier != null) {
            Pos other = earlier.entry().key();
            Pos pos = component.entry().key();
            String where =
                other.file().equals(pos.file())
                    ? "line " + other.line()
                    : other.file() + ":" + other.line();
            problems.add(
                KEY_CLASH
                    .finding(
                        component.at(),
                        "%s names a %s here and a %s on %s",
                        Messages.shown(address.name()),
                        kind.name(),
                        earlier.kind().name(),
                        where)
                    .withPos(pos)
                    .hint("these kinds share their names in AWS; rename one"));
          }
        });
  }

  // -- mappings and lists

  /**
   * The value of a node; {@code where} is the key above it, at which something missing is reported.
   */
  private @Nullable Object bind(Form form, Node node, Pointer at, Pos where) {
    if (node instanceof Node.Broken) {
      return null;
    }
    if (form instanceof Form.Value value) {
      return scalar(value, node, at);
    }
    if (form instanceof Form.Items items) {
      return list(items, node, at);
    }
    if (form instanceof Form.Entries entries) {
      return map(entries, node, at);
    }
    if (form instanceof Form.Components kind) {
      components(kind, node, at);
      return null;
    }
    return record((Form.Keys) form, node, at, where, null);
  }

  private @Nullable Object record(
      Form.Keys form, Node node, Pointer at, Pos where, @Nullable String componentKey) {
    if (!(form.expand(node) instanceof Node.Mapping mapping)) {
      wrongType(at, node, expected(form));
      return null;
    }
    @Nullable Object[] values = values(form, mapping, at, where, componentKey);
    return problems.isEmpty() ? form.shape().create(values) : null;
  }

  private @Nullable Object[] values(
      Form.Keys form, Node.Mapping mapping, Pointer at, Pos where, @Nullable String componentKey) {
    Shape shape = form.shape();
    @Nullable Object[] values = new @Nullable Object[shape.size()];
    int address = shape.indexOf("at");
    if (address >= 0) {
      values[address] = at;
    }
    if (componentKey != null) {
      values[shape.indexOf("key")] = componentKey;
    }
    Map<String, Object> others = new LinkedHashMap<>();
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      Pointer below = at.child(key);
      record(below, entry.getValue());
      Form.Field field = form.field(key);
      if (field == null) {
        field = form.open();
        if (field == null) {
          unknown(form, mapping, below, entry.getValue().key());
          continue;
        }
      }
      Node value = entry.getValue().value();
      if (value.isNull()) {
        continue;
      }
      boolean open = !form.fields().containsKey(key);
      Form fieldForm = open ? ((Form.Entries) field.form()).value() : field.form();
      Object bound = bind(fieldForm, value, below, entry.getValue().key());
      if (open && bound != null) {
        others.put(key, bound);
      } else if (!open && field.key() != null) {
        values[field.key().index()] = bound;
      }
    }
    Form.Field open = form.open();
    if (open != null && open.key() != null && !others.isEmpty()) {
      values[open.key().index()] = Collections.unmodifiableMap(others);
    }
    checkStated(form, mapping, at, where);
    return values;
  }

  private void record(Pointer at, Node.Entry entry) {
    Node value = entry.value();
    sources.put(at, new SourceMap.Entry(entry.key(), value.pos(), value instanceof Node.Scalar));
  }

  private void checkStated(Form.Keys form, Node.Mapping mapping, Pointer at, Pos where) {
    if (!intact) {
      return;
    }
    for (Form.Field field : form.fields().values()) {
      if (field.required() && mapping.get(field.name()) == null) {
        Pointer missing = at.child(field.name());
        Finding finding = MISSING_KEY.finding(missing, "`%s` is missing", field.name());
        Node.Entry stated = mapping.entries().get(field.name());
        Pos pos = stated == null ? where : stated.key();
        problems.add(finding.withPos(pos).hint(withoutPeriod(field.doc())));
      }
    }
    List<String> alternatives = new ArrayList<>();
    List<String> chosen = new ArrayList<>();
    for (Form.Field field : form.alternatives()) {
      alternatives.add(field.name());
      if (mapping.get(field.name()) != null) {
        chosen.add(field.name());
      }
    }
    if (chosen.size() != 1 && !alternatives.isEmpty()) {
      problems.add(
          VALUE_NOT_ALLOWED,
          at,
          mapping.pos(),
          chosen.isEmpty() ? "state one of %s" : "state only one of %s",
          Messages.listed(alternatives));
    }
  }

  private static String withoutPeriod(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private void unknown(Form.Keys form, Node.Mapping mapping, Pointer at, Pos pos) {
    String key = at.last();
    Collection<String> known = form.fields().keySet();
    Finding finding = UNKNOWN_KEY.finding(at, "unknown key %s", Messages.shown(key)).withPos(pos);
    String near = Messages.nearest(key, known).orElse(null);
    if (near != null) {
      problems.add(finding.hint("did you mean `" + near + "`?"));
      return;
    }
    if (key.equals(Form.EXTENDS)) {
      problems.add(finding.hint("`extends` stands at the top of a file; here, `like` may help"));
      return;
    }
    Set<String> free = new LinkedHashSet<>(known);
    free.removeAll(mapping.entries().keySet());
    problems.add(
        free.isEmpty()
            ? finding.hint("no key is allowed here")
            : finding.hint("allowed here: " + Messages.listed(free)));
  }

  private @Nullable List<Object> list(Form.Items form, Node node, Pointer at) {
    if (!(node instanceof Node.Sequence sequence)) {
      wrongType(at, node, "a list");
      return null;
    }
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      Node item = sequence.items().get(i);
      Pointer below = at.item(i);
      sources.put(below, new SourceMap.Entry(item.pos(), item.pos(), item instanceof Node.Scalar));
      if (item.isNull()) {
        problems.add(WRONG_TYPE, below, item.pos(), "a list's item cannot be null; leave it out");
        continue;
      }
      Object bound = bind(form.item(), item, below, item.pos());
      if (bound != null) {
        items.add(bound);
      }
    }
    return Collections.unmodifiableList(items);
  }

  private @Nullable Map<String, Object> map(Form.Entries form, Node node, Pointer at) {
    if (!(node instanceof Node.Mapping mapping)) {
      wrongType(at, node, "a mapping");
      return null;
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      Pointer below = at.child(entry.getKey());
      record(below, entry.getValue());
      if (entry.getValue().value().isNull()) {
        continue;
      }
      Object bound = bind(form.value(), entry.getValue().value(), below, entry.getValue().key());
      if (bound != null) {
        entries.put(entry.getKey(), bound);
      }
    }
    return Collections.unmodifiableMap(entries);
  }

  private void components(Form.Components form, Node node, Pointer at) {
    if (!(node instanceof Node.Mapping mapping)) {
      wrongType(at, node, "a mapping of " + form.kind().plural() + " by their keys");
      return;
    }
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      Pointer below = at.child(key);
      record(below, entry.getValue());
      checkKey(form.kind(), key, below, entry.getValue().key());
      Node value = entry.getValue().value();
      if (value.isNull() || value instanceof Node.Broken) {
        continue;
      }
      Object component = record(form.form(), value, below, entry.getValue().key(), key);
      if (component != null) {
        components.add((Component) component);
      }
    }
  }

  private void checkKey(Kind<?> kind, String key, Pointer at, Pos pos) {
    if (key.length() > Patterns.KEY_LENGTH) {
      problems.add(
          VALUE_NOT_ALLOWED,
          at,
          pos,
          "the key of a %s has at most %d characters, got %d",
          kind.name(),
          Patterns.KEY_LENGTH,
          key.length());
    } else if (!matches(Patterns.KEY, key)) {
      Finding finding =
          VALUE_NOT_ALLOWED
              .finding(at, "%s cannot be the key of a %s", Messages.shown(key), kind.name())
              .withPos(pos);
      problems.add(
          finding.hint("lower-case letters, digits and underscores, beginning with a letter"));
    }
  }

  // -- scalars

  private @Nullable Object scalar(Form.Value form, Node node, Pointer at) {
    if (!(node instanceof Node.Scalar scalar)) {
      wrongType(at, node, expected(form));
      return null;
    }
    Class<?> type = form.type();
    Object value;
    try {
      value = Scalars.parse(type, scalar.text());
    } catch (IllegalArgumentException e) {
      unparsed(form, scalar, at, String.valueOf(e.getMessage()));
      return null;
    }
    boolean unquoted = Number.class.isAssignableFrom(type) || type == Boolean.class;
    if (unquoted && !scalar.plain()) {
      problems.add(
          WRONG_TYPE
              .finding(at, "expected %s, got text `\"%s\"`", expected(form), scalar.text())
              .withPos(scalar.pos())
              .hint("drop the quotes")
              .fix(scalar.text()));
      return null;
    }
    return form.key() == null || allowed(form.key(), scalar, value, at) ? value : null;
  }

  private void unparsed(Form.Value form, Node.Scalar scalar, Pointer at, String reason) {
    Class<?> type = form.type();
    String text = scalar.text();
    if (type.isEnum()) {
      List<String> spellings = Scalars.spellings(type);
      Finding finding =
          VALUE_NOT_ALLOWED
              .finding(at, "expected %s, got %s", expected(form), Messages.shown(text))
              .withPos(scalar.pos());
      String near = Messages.nearest(text, spellings).orElse(null);
      problems.add(near == null ? finding : finding.hint("did you mean `" + near + "`?"));
      return;
    }
    if (type == Boolean.class || Number.class.isAssignableFrom(type)) {
      Finding finding =
          WRONG_TYPE
              .finding(at, "expected %s, got %s", expected(form), scalar.described())
              .withPos(scalar.pos());
      String meant = type == Boolean.class ? meantBoolean(text) : null;
      if (meant != null) {
        finding = finding.fix(meant);
      } else if (type != Boolean.class && !text.isEmpty() && Character.isDigit(text.charAt(0))) {
        finding = finding.hint("plain digits, without unit, exponent or separators");
      }
      problems.add(finding);
      return;
    }
    // The model's own words, which for addresses quote the text already.
    boolean quoted = reason.contains("`" + text + "`") && text.length() <= Limits.SUGGESTED_LENGTH;
    String message =
        quoted ? reason : "expected " + expected(form) + ", got " + Messages.shown(text);
    problems.add(VALUE_NOT_ALLOWED, at, scalar.pos(), "%s", message);
  }

  private static @Nullable String meantBoolean(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "on", "y", "true" -> "true";
      case "no", "off", "n", "false" -> "false";
      default -> null;
    };
  }

  private boolean allowed(Shape.Key key, Node.Scalar scalar, Object value, Pointer at) {
    RuleInfo rule = VALUE_NOT_ALLOWED;
    String text = scalar.text();
    Range range = key.annotation(Range.class).orElse(null);
    if (range != null && value instanceof Number) {
      BigDecimal number = new BigDecimal(value.toString());
      if (number.compareTo(BigDecimal.valueOf(range.min())) < 0
          || number.compareTo(BigDecimal.valueOf(range.max())) > 0) {
        problems.add(
            rule,
            at,
            scalar.pos(),
            "expected %s to %s, got `%s`",
            plain(range.min()),
            plain(range.max()),
            text);
        return false;
      }
    }
    Matches matches = key.annotation(Matches.class).orElse(null);
    if (matches != null && value instanceof String) {
      if (text.length() > Limits.MATCHED_LENGTH) {
        problems.add(
            rule, at, scalar.pos(), "a text of at most %d characters", Limits.MATCHED_LENGTH);
        return false;
      }
      if (!matches(matches.value(), text)) {
        problems.add(
            rule, at, scalar.pos(), "expected %s, got %s", matches.says(), Messages.shown(text));
        return false;
      }
    }
    if (matches == null && text.isEmpty() && key.type() == String.class) {
      problems.add(rule, at, scalar.pos(), "expected text, got an empty one");
      return false;
    }
    Targets targets = key.annotation(Targets.class).orElse(null);
    return targets == null || leads(List.of(targets.value()), value, scalar, at);
  }

  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private boolean matches(String pattern, String text) {
    return patterns.computeIfAbsent(pattern, Pattern::compile).matcher(text).matches();
  }

  // -- arrows

  private boolean leads(List<String> kinds, Object value, Node.Scalar scalar, Pointer at) {
    boolean keyAlone = value instanceof String;
    Address address =
        value instanceof Address given ? given : new Address(kinds.get(0), scalar.text());
    if (Kinds.named(address.kind()).isEmpty()) {
      List<String> meant = new ArrayList<>();
      for (String kind : kinds) {
        meant.add(new Address(kind, address.name()).toString());
      }
      Finding finding =
          VALUE_NOT_ALLOWED
              .finding(at, "there is no kind %s", Messages.shown(address.kind()))
              .withPos(scalar.pos());
      String near = Messages.nearest(address.toString(), meant).orElse(null);
      problems.add(
          near == null
              ? finding.hint("kinds here: " + Messages.listed(kinds))
              : finding.hint("did you mean `" + near + "`?"));
      return false;
    }
    if (!kinds.contains(address.kind())) {
      problems.add(
          VALUE_NOT_ALLOWED
              .finding(
                  at,
                  "%s is a %s; this leads to %s",
                  Messages.shown(scalar.text()),
                  address.kind(),
                  oneOf(kinds))
              .withPos(scalar.pos()));
      return false;
    }
    if (written.containsKey(address)) {
      return true;
    }
    if (!intact) {
      return false;
    }
    List<String> there = new ArrayList<>();
    String near = null;
    for (Address candidate : written.keySet()) {
      if (candidate.kind().equals(address.kind())) {
        there.add(keyAlone ? candidate.name() : candidate.toString());
      } else if (kinds.contains(candidate.kind()) && candidate.name().equals(address.name())) {
        near = candidate.toString();
      }
    }
    near = Messages.nearest(scalar.text(), there).orElse(near);
    Finding finding =
        DANGLING_ARROW
            .finding(at, "there is no %s %s", address.kind(), Messages.shown(address.name()))
            .withPos(scalar.pos());
    if (near != null) {
      finding = finding.hint("did you mean `" + near + "`?");
    } else if (there.isEmpty()) {
      finding = finding.hint("no " + address.kind() + " is stated at all");
    } else {
      finding = finding.hint("there is " + Messages.listed(there));
    }
    problems.add(finding);
    return false;
  }

  private static String oneOf(List<String> kinds) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < kinds.size(); i++) {
      words.append(i == 0 ? "a " : i == kinds.size() - 1 ? " or a " : ", a ").append(kinds.get(i));
    }
    return words.toString();
  }

  // -- words

  private void wrongType(Pointer at, Node node, String expected) {
    problems.add(WRONG_TYPE, at, node.pos(), "expected %s, got %s", expected, node.described());
  }

  /** What may stand at a place, in words. */
  private static String expected(Form form) {
    if (form instanceof Form.Value value) {
      return expected(value);
    }
    if (form instanceof Form.Keys keys) {
      StringBuilder words = new StringBuilder("a mapping");
      for (Form.Field field : keys.shorthands()) {
        words.append(" or ").append(expected(field.form()));
      }
      return words.toString();
    }
    return form instanceof Form.Items ? "a list" : "a mapping";
  }

  private static String expected(Form.Value form) {
    Class<?> type = form.type();
    if (type == Integer.class) {
      return "a whole number";
    }
    if (type == BigDecimal.class) {
      return "a number";
    }
    if (type == Boolean.class) {
      return "`true` or `false`";
    }
    if (type == LocalDate.class) {
      return "a date such as 2027-01-31";
    }
    if (type == Address.class) {
      return "a component such as `database.main`";
    }
    if (type == Pointer.class) {
      return "an address such as `network.nat`";
    }
    if (type.isEnum()) {
      List<String> spellings = Scalars.spellings(type);
      return (spellings.size() == 1 ? "" : "one of ") + Messages.listed(spellings);
    }
    return "text";
  }
}
