package io.terraplen.model;

/**
 * The name by which arrows call a component: {@code database.aurora}.
 *
 * @param kind the name of a {@link Kind}
 * @param name the component's key
 */
public record Address(String kind, String name) {

  /** The address of a component. */
  public static Address of(Component component) {
    return new Address(Kinds.of(component).name(), component.key());
  }

  /**
   * Reads {@code kind.name}.
   *
   * @throws IllegalArgumentException if the text has no such form, with a message fit for a user
   */
  public static Address parse(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1) {
      throw new IllegalArgumentException(
          "expected a component such as `database.main`, got `" + text + "`");
    }
    return new Address(text.substring(0, dot), text.substring(dot + 1));
  }

  // Written out: a record's own equals and hashCode are linked when first called, which takes
  // longer
  // (about 10 ms) than all else that loading does with addresses.

  @Override
  public boolean equals(Object other) {
    return other instanceof Address address
        && kind.equals(address.kind)
        && name.equals(address.name);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + name.hashCode();
  }

  @Override
  public String toString() {
    return kind + "." + name;
  }
}
