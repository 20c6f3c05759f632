package io.terraplen.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Terraform's functions: what each takes and gives. */
public final class Functions {

  /**
   * A function.
   *
   * @param parameters the types of what it must be given
   * @param more the type of any number of further arguments; null where it takes none
   */
  public record Signature(Type result, List<Type> parameters, @Nullable Type more) {}

  private static final class Table {
    static final Map<String, Signature> ALL = read();

    private Table() {}

    private static Map<String, Signature> read() {
      try (InputStream in =
          Objects.requireNonNull(Functions.class.getResourceAsStream("functions.txt"))) {
        Map<String, Signature> all = new HashMap<>();
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .forEach(line -> add(line, all));
        return all;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void add(String line, Map<String, Signature> all) {
      String[] words = line.split(" ", -1);
      List<Type> parameters =
          words[2].isEmpty()
              ? List.of()
              : Stream.of(words[2].split(";", -1)).map(Type::parse).toList();
      Type more = words[3].isEmpty() ? null : Type.parse(words[3]);
      all.put(words[0], new Signature(Type.parse(words[1]), parameters, more));
    }
  }

  private Functions() {}

  /** The function of a name; {@code core::} may stand before it. */
  public static Optional<Signature> find(String name) {
    return Optional.ofNullable(
        Table.ALL.get(name.startsWith("core::") ? name.substring("core::".length()) : name));
  }

  /** The names of all. */
  public static Set<String> names() {
    return Table.ALL.keySet();
  }
}
