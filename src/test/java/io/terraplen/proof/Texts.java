package io.terraplen.proof;

import io.terraplen.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Configurations in memory, by path. */
record Texts(Map<String, String> files) implements Prover.Folders {

  @Override
  public Optional<SortedMap<String, String>> files(String folder) {
    SortedMap<String, String> found = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          int slash = path.lastIndexOf('/');
          if (path.substring(0, Math.max(0, slash)).equals(folder) && path.endsWith(".tf")) {
            found.put(path, text);
          }
        });
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  List<Finding> findings() {
    return Prover.prove(this).findings();
  }

  /** The {@code .tf} files below a folder. */
  static Texts of(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".tf")).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return new Texts(files);
  }
}
