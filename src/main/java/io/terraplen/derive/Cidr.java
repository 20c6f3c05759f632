package io.terraplen.derive;

/**
 * A range of IPv4 addresses.
 *
 * @param address the first address, as an unsigned 32-bit number
 * @param bits the length of the prefix, 0 to 32
 */
public record Cidr(long address, int bits) {

  /** Reads a range such as {@code 10.20.0.0/16}; the text must have that form. */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    long address = 0;
    for (String part : text.substring(0, slash).split("\\.", -1)) {
      address = address << 8 | Integer.parseInt(part);
    }
    return new Cidr(address, Integer.parseInt(text.substring(slash + 1)));
  }

  /** How many addresses it holds. */
  public long size() {
    return 1L << (32 - bits);
  }

  /** Whether the first address is the first of its range: 10.0.1.0/16 is not. */
  public boolean isAligned() {
    return address % size() == 0;
  }

  /** Whether it holds all of another range. */
  public boolean contains(Cidr other) {
    return other.address >= address && other.address + other.size() <= address + size();
  }

  /** Whether the two share an address. */
  public boolean overlaps(Cidr other) {
    return address < other.address + other.size() && other.address < address + size();
  }

  /** The part number {@code index} when the range is cut into {@code 2^extraBits} equal parts. */
  public Cidr part(int extraBits, int index) {
    int partBits = Math.min(32, bits + extraBits);
    return new Cidr(address + index * (1L << (32 - partBits)), partBits);
  }

  @Override
  public String toString() {
    return (address >> 24 & 255)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255)
        + "/"
        + bits;
  }
}
