package io.terraplen;

import io.terraplen.descriptor.Descriptors;
import io.terraplen.output.Lock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A project's folder: where descriptors lie, and where what is generated from them goes. */
public final class Workspace {

  private final Path root;
  private final Map<String, List<String>> lines = new HashMap<>();

  /** The project in a folder. */
  public Workspace(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /** The names of all environments: every descriptor directly in {@code environments/}, sorted. */
  public List<String> environments() {
    return Descriptors.list(root);
  }

  /** The path of an environment's descriptor from the project's root. */
  public static String descriptor(String environment) {
    return Descriptors.fileOf(environment);
  }

  /**
   * The folders below {@code base} that hold a lock of ours but belong to no environment any more,
   * sorted.
   */
  public Set<String> orphans(Path base) throws IOException {
    Set<String> orphans = new TreeSet<>();
    if (Files.isDirectory(base)) {
      try (Stream<Path> folders = Files.list(base)) {
        folders
            .filter(folder -> Files.isRegularFile(folder.resolve(Lock.FILE)))
            .forEach(folder -> orphans.add(folder.getFileName().toString()));
      }
      orphans.removeAll(environments());
    }
    return orphans;
  }

  /** Has findings show this text of a file, in place of what is on disk, if anything is. */
  void remember(String file, String text) {
    lines.put(file, List.of(text.split("\n", -1)));
  }

  /** The lines of a file as findings show them; none where it cannot be read. */
  public List<String> lines(String file) {
    return lines.computeIfAbsent(file, this::read);
  }

  private List<String> read(String file) {
    try {
      String text = Files.readString(root.resolve(file), StandardCharsets.UTF_8);
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return List.of(plain.split("\r\n|\r|\n", -1));
    } catch (IOException e) {
      return List.of();
    }
  }
}
