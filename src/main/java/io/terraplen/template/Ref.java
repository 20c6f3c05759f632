package io.terraplen.template;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of HCL expression that may stand outside quotes, because we wrote it: a reference, a list
 * of them, a quoted string around them. A reference to a block comes from a {@link Wiring.Scope}
 * only; no descriptor's text becomes a {@code Ref} except through {@link #string} and {@link
 * Template#text}, which escape it.
 */
public final class Ref {

  private final String code;
  private final boolean traversal;

  private Ref(String code, boolean traversal) {
    this.code = code;
    this.traversal = traversal;
  }

  /** A reference that may be continued by {@link #attr}, {@link #item} and {@link #key}. */
  static Ref traversal(String code) {
    return new Ref(code, true);
  }

  /** Code of ours that is no reference, such as a type. */
  static Ref code(String code) {
    return new Ref(code, false);
  }

  /** A text as a quoted string. */
  public static Ref string(String text) {
    return template().text(text).build();
  }

  public static Ref number(long value) {
    return code(Long.toString(value));
  }

  public static Ref flag(boolean value) {
    return code(Boolean.toString(value));
  }

  /** A list of expressions on one line: {@code [aws_subnet.a.id, aws_subnet.b.id]}. */
  public static Ref list(List<Ref> items) {
    return code(items.stream().map(Ref::code).collect(Collectors.joining(", ", "[", "]")));
  }

  /** A name that stands by itself, such as an argument's or a map's key. */
  public static Ref name(String identifier) {
    if (!Hcl.isIdentifier(identifier)) {
      throw new IllegalArgumentException("`" + identifier + "` is no identifier of Terraform");
    }
    return code(identifier);
  }

  /** The items of a list as one string, a text between them. */
  public static Ref join(String separator, Ref list) {
    return code("join(" + string(separator) + ", " + list + ")");
  }

  /** Starts a quoted string made of text and references. */
  public static Template template() {
    return new Template();
  }

  /** This reference's attribute: a dot and the name. */
  public Ref attr(String name) {
    if (!Hcl.isIdentifier(name)) {
      throw new IllegalArgumentException("`" + name + "` is no attribute's name");
    }
    return continued("." + name);
  }

  /** One item of the list that this refers to, counted from 0. */
  public Ref item(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("items count from 0, not from " + index);
    }
    return continued("[" + index + "]");
  }

  /** The value at a key of the map that this refers to. */
  public Ref key(String key) {
    return continued("[" + string(key) + "]");
  }

  private Ref continued(String step) {
    if (!traversal) {
      throw new IllegalStateException("`" + code + "` is no reference that `" + step + "` fits");
    }
    return traversal(code + step);
  }

  /** The expression as HCL. */
  public String code() {
    return code;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ref ref && code.equals(ref.code) && traversal == ref.traversal;
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code;
  }

  /** A quoted string under construction. */
  public static final class Template {

    private final StringBuilder inside = new StringBuilder();

    private Template() {}

    /** Adds text, escaped so that HCL reads exactly this text. */
    public Template text(String text) {
      if (Hcl.isBroken(text)) {
        throw new IllegalArgumentException("text with half a character has no spelling in HCL");
      }
      // Each part ends harmless (an escape for a last sign), so none depends on the one before.
      inside.append(Hcl.escapeQuoted(text, (char) 0));
      return this;
    }

    /** Adds the value of an expression. */
    public Template ref(Ref ref) {
      inside.append("${").append(ref.code).append('}');
      return this;
    }

    public Ref build() {
      return code('"' + inside.toString() + '"');
    }
  }
}
