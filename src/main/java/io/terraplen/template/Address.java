package io.terraplen.template;

import java.util.Comparator;

/**
 * The address of one block of the generated Terraform.
 *
 * @param module the module that holds the block; empty for the root module
 * @param data whether the block is a data source
 * @param type the block's first label, {@code aws_vpc}
 * @param label the block's second label, {@code main}
 */
public record Address(String module, boolean data, String type, String label)
    implements Comparable<Address> {

  private static final Comparator<Address> ORDER =
      Comparator.comparing(Address::module)
          .thenComparing(Address::data)
          .thenComparing(Address::type)
          .thenComparing(Address::label);

  public Address {
    requireIdentifier(type);
    requireIdentifier(label);
    if (!module.isEmpty()) {
      requireIdentifier(module);
    }
  }

  public static Address resource(String module, String type, String label) {
    return new Address(module, false, type, label);
  }

  public static Address data(String module, String type, String label) {
    return new Address(module, true, type, label);
  }

  /** The block as its own module refers to it: {@code aws_vpc.main}, {@code data.aws_x.y}. */
  public String local() {
    return (data ? "data." : "") + type + "." + label;
  }

  @Override
  public int compareTo(Address other) {
    return ORDER.compare(this, other);
  }

  /** The address as Terraform prints it: {@code module.network.aws_vpc.main}. */
  @Override
  public String toString() {
    return module.isEmpty() ? local() : "module." + module + "." + local();
  }

  private static void requireIdentifier(String text) {
    if (!Hcl.isIdentifier(text)) {
      throw new IllegalArgumentException("`" + text + "` is no identifier of Terraform");
    }
  }
}
