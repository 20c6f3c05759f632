package io.terraplen.descriptor;

import static io.terraplen.descriptor.DescriptorRules.CYCLE;
import static io.terraplen.descriptor.DescriptorRules.TOO_LARGE;

import io.terraplen.model.Address;
import io.terraplen.model.Kind;
import io.terraplen.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lays components over those that they are {@code like}. Of a component of another kind only the
 * keys that both kinds have are taken over; never what makes a component the one it is ({@link
 * io.terraplen.model.Identity}).
 */
final class Like {

  private final Map<Address, Tree.Written> written;
  private final Problems problems;
  private final Map<Address, Node> done = new LinkedHashMap<>();
  private final List<Address> path = new ArrayList<>();
  private int added;

  private Like(Map<Address, Tree.Written> written, Problems problems) {
    this.written = written;
    this.problems = problems;
  }

  /** The descriptor with every {@code like} carried out; the key itself stays. */
  static Node.Mapping apply(Node.Mapping root, Problems problems) {
    Like like = new Like(Tree.components(root), problems);
    boolean any = false;
    for (Map.Entry<Address, Tree.Written> component : like.written.entrySet()) {
      any |= like.reference(component.getValue()) != null;
    }
    if (!any) {
      return root;
    }
    like.written.keySet().forEach(like::resolve);
    return Tree.with(root, like.done);
  }

  /** The value of a component's {@code like}, if its kind knows that key. */
  private Node.@Nullable Scalar reference(Tree.Written component) {
    return Form.Keys.of(component.kind().type()).field(Form.LIKE) != null
            && component.entry().value() instanceof Node.Mapping mapping
            && mapping.get(Form.LIKE) instanceof Node.Scalar scalar
        ? scalar
        : null;
  }

  private Node resolve(Address address) {
    Node known = done.get(address);
    if (known != null) {
      return known;
    }
    Tree.Written component = Objects.requireNonNull(written.get(address));
    Node own = component.entry().value();
    path.add(address);
    Node.Scalar reference = reference(component);
    Node result = reference == null ? own : laidOver(component, (Node.Mapping) own, reference);
    path.remove(path.size() - 1);
    done.put(address, result);
    return result;
  }

  private Node laidOver(Tree.Written component, Node.Mapping own, Node.Scalar reference) {
    Tree.Written target = target(reference.text());
    if (target == null) {
      return own; // the binder reports it as it does every arrow
    }
    Address address = new Address(target.kind().name(), target.at().last());
    int seen = path.indexOf(address);
    if (seen >= 0) {
      List<Address> circle = new ArrayList<>(path.subList(seen, path.size()));
      circle.add(address);
      String shown = Chain.shown(circle);
      problems.add(
          CYCLE,
          component.at().child(Form.LIKE),
          reference.pos(),
          "`like` goes in a circle: %s",
          shown);
      return own;
    }
    if (path.size() > Limits.LIKE) {
      problems.add(
          TOO_LARGE,
          component.at().child(Form.LIKE),
          reference.pos(),
          "more than %d components, each `like` the next",
          Limits.LIKE);
      return own;
    }
    Form.Keys form = Form.Keys.of(component.kind().type());
    if (!(resolve(address) instanceof Node.Mapping full)) {
      return own;
    }
    Node.Mapping base = inherited(target.kind(), component.kind(), full);
    added += base.size();
    if (added > Limits.LIKE_NODES) {
      problems.add(
          TOO_LARGE,
          component.at().child(Form.LIKE),
          reference.pos(),
          "`like` repeats more than %d values in all",
          Limits.LIKE_NODES);
      return own;
    }
    return Merge.merge(form, base, own);
  }

  private Tree.@Nullable Written target(String reference) {
    int dot = reference.indexOf('.');
    return dot < 0
        ? null
        : written.get(new Address(reference.substring(0, dot), reference.substring(dot + 1)));
  }

  /** What a component of one kind takes over from one of another, or of the same. */
  static Node.Mapping inherited(Kind<?> from, Kind<?> to, Node.Mapping node) {
    Form.Keys source = Form.Keys.of(from.type());
    Form.Keys target = Form.Keys.of(to.type());
    Map<String, Node.Entry> kept = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (key, entry) -> {
              Form.Field field = source.field(key);
              Form.Field same = target.field(key);
              if (field != null && same != null && isSame(field, same) && !field.identity()) {
                kept.put(key, new Node.Entry(entry.key(), withoutIdentity(field, entry.value())));
              }
            });
    return new Node.Mapping(node.pos(), kept);
  }

  /** Whether two kinds' keys of one name are one key to {@code like}. */
  static boolean isSame(Form.Field one, Form.Field other) {
    Shape.Key a = one.key();
    Shape.Key b = other.key();
    return a != null && b != null && a.genericType().equals(b.genericType());
  }

  private static Node withoutIdentity(Form.Field field, Node value) {
    if (!(field.form() instanceof Form.Keys keys) || !(value instanceof Node.Mapping mapping)) {
      return value;
    }
    Node.Mapping result = mapping;
    for (Form.Field below : keys.fields().values()) {
      if (below.identity()) {
        result = result.without(below.name());
      }
    }
    return result;
  }
}
