package io.terraplen.output;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.terraplen.text.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders and file sets for tests. */
final class Trees {

  private Trees() {}

  /** An empty in-memory disk's project folder. */
  static Path memory() {
    return Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setWorkingDirectory("/project").build())
        .getPath("/project");
  }

  static Target target(Path folder) {
    return new Target(folder, "generated/preprod");
  }

  /** Files given as path, content, path, content … with their lock. */
  static FileSet locked(String... pathsAndContents) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      files.put(pathsAndContents[i], pathsAndContents[i + 1]);
    }
    FileSet set = FileSet.of(files);
    return Lock.of(
            "terraplen 0.1.0",
            Map.of("environments/preprod.yaml", Lock.digest(set.toString())),
            set,
            Map.of("module.app.aws_ecs_service.api", Pointer.parse("app.services.api")))
        .addTo(set);
  }

  static void write(Path folder, String path, String content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path folder, String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything below a folder: contents by path, folders as {@code path/}. */
  static SortedMap<String, String> everything(Path folder) {
    SortedMap<String, String> all = new TreeMap<>();
    if (!Files.exists(folder)) {
      return all;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : List.copyOf(paths.toList())) {
        String name = folder.relativize(path).toString();
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          all.put(name + "/", "");
        } else {
          all.put(name, Files.readString(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.remove("/");
    return all;
  }

  /** Everything but our work folder. */
  static SortedMap<String, String> visible(Path folder) {
    SortedMap<String, String> all = everything(folder);
    all.keySet().removeIf(path -> path.startsWith(FileSet.WORK + "/"));
    return all;
  }
}
