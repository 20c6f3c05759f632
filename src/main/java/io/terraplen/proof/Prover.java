package io.terraplen.proof;

import io.terraplen.finding.Finding;
import io.terraplen.text.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Proves a configuration: a root module and the local modules that it calls. */
public final class Prover {

  /** Where modules' files come from. */
  public interface Folders {

    /**
     * The texts of a folder's {@code .tf} and {@code .tf.json} files, by the name that findings
     * show.
     *
     * @param path from the root module's folder, with forward slashes; empty for that itself
     * @return none where there is no such folder
     */
    Optional<SortedMap<String, String>> files(String path);
  }

  /**
   * What was proven, and what was only read.
   *
   * @param modules calls of local modules
   * @param foreign resources and data sources of other providers
   * @param remote calls of modules that are not local
   * @param json files in JSON; what they define is not known, so references into their modules are
   *     not judged
   * @param isEmpty whether the root module has no file
   */
  public record Proven(
      List<Finding> findings,
      int resources,
      int dataSources,
      int modules,
      int foreign,
      int remote,
      int json,
      boolean isEmpty) {}

  /** Counts of what a run met. */
  static final class Counts {
    int resources;
    int dataSources;
    int modules;
    int foreign;
    int remote;
    int json;
  }

  private Prover() {}

  /** Proves the module in the folder at the root, with all it calls. */
  public static Proven prove(Folders folders) {
    Report report = new Report();
    Dependencies dependencies = new Dependencies();
    Counts counts = new Counts();
    SortedMap<String, String> files =
        folders.files("").orElseThrow(() -> new IllegalArgumentException("no root module"));
    Instance root = new Instance(new Module(files), "", "", folders, report, dependencies, counts);
    root.prove();
    dependencies.reportCycles(report);
    return new Proven(
        report.findings(),
        counts.resources,
        counts.dataSources,
        counts.modules,
        counts.foreign,
        counts.remote,
        counts.json,
        files.isEmpty());
  }

  /** The hint that names the nearest known word; empty where none is near. */
  static String suggestion(String word, Collection<String> known) {
    List<String> sorted = new ArrayList<>(new TreeSet<>(known));
    return Suggestions.nearest(word, sorted).map(near -> "did you mean `" + near + "`?").orElse("");
  }
}
