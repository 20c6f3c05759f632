package io.terraplen.output;

import io.terraplen.text.Pointer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * What {@code terraplen.lock.json} records: from what a folder was generated, which of its files
 * are ours, and which component each Terraform address stands for.
 *
 * <p>The text depends on these facts alone: no time, no absolute path, no line number. Each entry
 * has a line of its own and entries are sorted, so that version control merges two branches where
 * they touched different entries.
 *
 * @param tool name and version of what generated the folder: {@code terraplen 0.1.0}
 * @param inputs the digest of each file that was read, by its path from the project root
 * @param files the digest of each generated file, by its path in the folder; the lock itself is not
 *     among them
 * @param addresses the place in the descriptor by Terraform address
 */
public record Lock(
    String tool,
    SortedMap<String, String> inputs,
    SortedMap<String, String> files,
    SortedMap<String, Pointer> addresses) {

  /** Where the lock stands in a generated folder. */
  public static final String FILE = "terraplen.lock.json";

  private static final JsonFactory JSON = new JsonFactory();

  public Lock {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    addresses = Collections.unmodifiableSortedMap(new TreeMap<>(addresses));
  }

  /**
   * The lock of files about to be written.
   *
   * @param inputs the digest, from {@link #digest}, of each file that was read
   */
  public static Lock of(
      String tool, Map<String, String> inputs, FileSet files, Map<String, Pointer> addresses) {
    SortedMap<String, String> digests = new TreeMap<>();
    for (String path : files.files().keySet()) {
      if (!path.equals(FILE)) {
        digests.put(path, digest(files.bytes(path)));
      }
    }
    return new Lock(tool, new TreeMap<>(inputs), digests, new TreeMap<>(addresses));
  }

  /** The files that this lock was made for, and the lock: what a {@link Target} takes. */
  public FileSet addTo(FileSet set) {
    return set.with(FILE, text());
  }

  /** How a lock spells what a text holds: {@code sha256:} and 64 hexadecimal digits. */
  public static String digest(String content) {
    return digest(content.getBytes(StandardCharsets.UTF_8));
  }

  static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The lock as its file holds it. */
  public String text() {
    StringBuilder out = new StringBuilder("{\n  \"tool\": ");
    quote(out, tool);
    section(out, "inputs", inputs);
    section(out, "files", files);
    section(out, "addresses", addresses);
    return out.append("\n}\n").toString();
  }

  private static void section(StringBuilder out, String name, Map<String, ?> entries) {
    out.append(",\n  \"").append(name).append("\": {");
    Iterator<? extends Map.Entry<String, ?>> each = entries.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, ?> entry = each.next();
      out.append("\n    ");
      quote(out, entry.getKey());
      out.append(": ");
      quote(out, entry.getValue().toString());
      out.append(each.hasNext() ? "," : "\n  ");
    }
    out.append('}');
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
  }

  /**
   * The lock that a text holds. A text that is not a whole lock, such as one with the marks of an
   * unfinished merge or with two digests for one file, holds none: whoever reads on must not trust
   * half of it.
   */
  public static Optional<Lock> read(String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      return Optional.of(read(json));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Lock read(JsonParser json) {
    String tool = null;
    SortedMap<String, String> inputs = new TreeMap<>();
    SortedMap<String, String> files = new TreeMap<>();
    SortedMap<String, Pointer> addresses = new TreeMap<>();
    expect(json.nextToken() == JsonToken.START_OBJECT);
    String name;
    while ((name = json.nextName()) != null) {
      json.nextToken();
      switch (name) {
        case "tool" -> {
          expect(tool == null);
          tool = string(json);
        }
        case "inputs" -> entries(json, inputs, Function.identity());
        case "files" -> entries(json, files, Function.identity());
        case "addresses" -> entries(json, addresses, Pointer::parse);
        // A newer version may say more.
        default -> json.skipChildren();
      }
    }
    expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
    expect(files.keySet().stream().allMatch(FileSet::isPath) && !files.containsKey(FILE));
    return new Lock(expectPresent(tool), inputs, files, addresses);
  }

  private static <V> void entries(
      JsonParser json, Map<String, V> into, Function<String, V> reader) {
    expect(json.currentToken() == JsonToken.START_OBJECT && into.isEmpty());
    String key;
    while ((key = json.nextName()) != null) {
      json.nextToken();
      expect(into.put(key, reader.apply(string(json))) == null);
    }
  }

  private static String string(JsonParser json) {
    expect(json.currentToken() == JsonToken.VALUE_STRING);
    return json.getString();
  }

  private static String expectPresent(@Nullable String value) {
    expect(value != null);
    return value;
  }

  private static void expect(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("no lock");
    }
  }
}
