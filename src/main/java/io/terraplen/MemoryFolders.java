package io.terraplen;

import io.terraplen.proof.Prover;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rendered Terraform that lies in memory, by path from its root module. */
record MemoryFolders(Map<String, String> files) implements Prover.Folders {

  @Override
  public Optional<SortedMap<String, String>> files(String folder) {
    SortedMap<String, String> found = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          String parent = path.substring(0, Math.max(0, path.lastIndexOf('/')));
          if (parent.equals(folder) && path.endsWith(".tf")) {
            found.put(path, text);
          }
        });
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }
}
