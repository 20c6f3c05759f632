package io.terraplen.descriptor;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that a descriptor was read from. */
public final class Input {

  private final String file;
  private final byte[] bytes;
  private final String text;

  Input(String file, byte[] bytes, String text) {
    this.file = file;
    this.bytes = bytes;
    this.text = text;
  }

  /** The path relative to the project root, with forward slashes. */
  public String file() {
    return file;
  }

  /** The content, without a byte order mark. */
  public String text() {
    return text;
  }

  /** The SHA-256 of the file's bytes in hexadecimal; computed when asked for. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  @Override
  public String toString() {
    return file;
  }
}
