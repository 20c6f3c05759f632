package io.terraplen;

import io.terraplen.proof.Prover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Terraform on disk: the folders that the proof asks for, by their paths from a root module. */
final class DiskFolders implements Prover.Folders {

  private final Workspace workspace;
  private final Path base;

  DiskFolders(Workspace workspace, Path base) {
    this.workspace = workspace;
    this.base = base;
  }

  @Override
  public Optional<SortedMap<String, String>> files(String path) {
    Path folder = base.resolve(path).normalize();
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      SortedMap<String, String> files = new TreeMap<>();
      List<Path> wanted = entries.filter(DiskFolders::isTerraform).toList();
      for (Path file : wanted) {
        // What is no UTF-8 becomes a sign that the lexer refuses, at its line.
        files.put(shown(file), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
      return Optional.of(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Terraform skips what editors leave beside files. */
  private static boolean isTerraform(Path file) {
    String name = file.getFileName().toString();
    boolean read = name.endsWith(".tf") || name.endsWith(".tf.json");
    boolean ignored = name.startsWith(".") || name.endsWith("~") || name.startsWith("#");
    return read && !ignored && Files.isRegularFile(file);
  }

  private String shown(Path file) {
    Path root = workspace.root().toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(root) ? root.relativize(absolute) : absolute)
        .toString()
        .replace('\\', '/');
  }
}
