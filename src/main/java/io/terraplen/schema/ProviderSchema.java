package io.terraplen.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The schema of the AWS provider. A run pays for the types that it asks for: each lies packed for
 * itself, and of each only the blocks that are visited are read.
 */
public final class ProviderSchema {

  /** What kinds of things a provider has, as the packed index spells them. */
  public enum Kind {
    PROVIDER('p'),
    RESOURCE('r'),
    DATA('d');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }

  private static final class Files {
    static final String INDEX = new String(read("aws.index"), StandardCharsets.UTF_8);
    static final byte[] TYPES = read("aws.types");

    private Files() {}

    private static byte[] read(String name) {
      try (InputStream in =
          Objects.requireNonNull(ProviderSchema.class.getResourceAsStream(name), name)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final ProviderSchema AWS = new ProviderSchema();

  private final Map<String, Optional<BlockSchema>> read = new ConcurrentHashMap<>();

  private ProviderSchema() {}

  /** The schema of hashicorp/aws. */
  public static ProviderSchema aws() {
    return AWS;
  }

  /** What the schema is of and where it comes from, one fact a line. */
  public List<String> provenance() {
    return Files.INDEX
        .lines()
        .filter(line -> line.startsWith("# "))
        .map(l -> l.substring(2))
        .toList();
  }

  /** The schema of a resource or data source, or of the provider's own block. */
  public Optional<BlockSchema> find(Kind kind, String type) {
    return read.computeIfAbsent(kind.letter() + " " + type, this::read);
  }

  /** The names of all types of a kind, sorted. */
  public List<String> types(Kind kind) {
    List<String> types = new ArrayList<>();
    Files.INDEX
        .lines()
        .filter(line -> line.startsWith(kind.letter() + " "))
        .forEach(line -> types.add(line.substring(2, line.indexOf(' ', 2))));
    return types;
  }

  private Optional<BlockSchema> read(String entry) {
    int at = Files.INDEX.indexOf("\n" + entry + " ");
    if (at < 0) {
      return Optional.empty();
    }
    int numbers = at + entry.length() + 2;
    String[] words =
        Files.INDEX.substring(numbers, Files.INDEX.indexOf('\n', numbers)).split(" ", -1);
    String text =
        inflate(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    return Optional.of(new Lines(text.split("\n", -1)).apply(0));
  }

  private static String inflate(int offset, int packed, int unpacked) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(Files.TYPES, offset, packed);
      byte[] bytes = new byte[unpacked];
      int size = inflater.inflate(bytes);
      return new String(bytes, 0, size, StandardCharsets.US_ASCII);
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    } finally {
      inflater.end();
    }
  }

  /** The blocks of one type, each read when it is first asked for; equal blocks are one line. */
  private static final class Lines implements IntFunction<BlockSchema> {
    private final String[] lines;
    private final @Nullable BlockSchema[] blocks;

    Lines(String[] lines) {
      this.lines = lines;
      this.blocks = new BlockSchema[lines.length];
    }

    @Override
    public BlockSchema apply(int index) {
      BlockSchema block = blocks[index];
      if (block == null) {
        block = BlockSchema.parse(lines[index], this);
        blocks[index] = block;
      }
      return block;
    }
  }
}
