package io.terraplen.derive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that fit AWS's limits: cut only where they must be, and always in the same way. */
final class Shorten {

  private static final int HASH = 6;

  private Shorten() {}

  /**
   * A name of at most {@code max} characters: the name itself, or its beginning and a hash of the
   * whole, so that two long names with one beginning stay apart.
   */
  static String to(int max, String name) {
    if (name.length() <= max) {
      return name;
    }
    String head = name.substring(0, max - HASH - 1);
    while (head.endsWith("-")) {
      head = head.substring(0, head.length() - 1);
    }
    return head + "-" + sha256(name).substring(0, HASH);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
