package io.terraplen.descriptor;

import static io.terraplen.descriptor.DescriptorRules.CYCLE;
import static io.terraplen.descriptor.DescriptorRules.TOO_LARGE;
import static io.terraplen.descriptor.DescriptorRules.WRONG_TYPE;

import io.terraplen.model.Environment;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import io.terraplen.text.SourceMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads descriptors: the only way from a file to an environment. */
public final class Descriptors {

  private static final String FOLDER = "environments";
  private static final String EXTENSION = ".yaml";

  private Descriptors() {}

  /** The names of a project's environments: the files directly in {@code environments}, sorted. */
  public static List<String> list(Path projectRoot) {
    List<String> names = new ArrayList<>();
    for (String file : Project.yamlFiles(projectRoot.resolve(FOLDER))) {
      if (file.endsWith(EXTENSION)) {
        names.add(file.substring(0, file.length() - EXTENSION.length()));
      }
    }
    return List.copyOf(names);
  }

  /** The file of an environment, relative to the project root. */
  public static String fileOf(String environment) {
    return FOLDER + "/" + environment + EXTENSION;
  }

  /**
   * Loads the environment that a file states, with all that the file extends. Whatever the file
   * holds, the answer is an environment or findings, never an exception.
   *
   * @param relativeFile relative to the project root, with forward slashes
   */
  public static Result load(Path projectRoot, String relativeFile) {
    String name = baseName(relativeFile);
    Problems problems = new Problems(name);
    Loader loader = new Loader(new Project(projectRoot), problems);
    Node.Mapping root = loader.load(relativeFile);
    SourceMap.Builder sources = new SourceMap.Builder(relativeFile);
    Environment environment = null;
    if (root != null) {
      Node.Entry base = loader.base;
      if (base != null) {
        sources.put(
            Pointer.ROOT.child(Form.EXTENDS),
            new SourceMap.Entry(base.key(), base.value().pos(), true));
      }
      Node.Mapping whole = Like.apply(root, problems);
      environment = Binder.bind(whole, relativeFile, name, loader.intact, problems, sources);
    }
    return environment == null || !problems.isEmpty()
        ? new Result.Rejected(problems.sorted())
        : new Result.Loaded(environment, sources.build(), List.copyOf(loader.inputs));
  }

  private static String baseName(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** Reads a file and those it extends, and lays each over the next. */
  private static final class Loader {
    private final Project project;
    private final Problems problems;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Node.Mapping> layers = new ArrayList<>();
    private boolean intact = true;

    /** The first file's {@code extends}. */
    private Node.@Nullable Entry base;

    Loader(Project project, Problems problems) {
      this.project = project;
      this.problems = problems;
    }

    Node.@Nullable Mapping load(String relativeFile) {
      List<Path> seen = new ArrayList<>();
      String name = relativeFile;
      String from = null;
      Pos pos = Pos.startOf(relativeFile);
      Pointer at = Pointer.ROOT;
      while (name != null) {
        Input input;
        try {
          String file = project.locate(name, from, pos);
          Path identity = project.identity(file);
          if (seen.contains(identity)) {
            List<String> circle = new ArrayList<>();
            inputs
                .subList(seen.indexOf(identity), inputs.size())
                .forEach(i -> circle.add(i.file()));
            circle.add(file);
            problems.add(CYCLE, at, pos, "`extends` goes in a circle: %s", Chain.shown(circle));
            intact = false;
            break;
          }
          if (seen.size() >= Limits.EXTENDS) {
            problems.add(
                TOO_LARGE, at, pos, "more than %d files, each extending the next", Limits.EXTENDS);
            intact = false;
            break;
          }
          seen.add(identity);
          input = project.read(file, pos);
        } catch (Project.Refused e) {
          problems.add(e.finding());
          intact = false;
          break;
        }
        inputs.add(input);
        YamlReader.Document document = YamlReader.read(input.file(), input.text(), problems);
        intact &= document.intact();
        if (document.root() == null) {
          break;
        }
        if (layers.isEmpty()) {
          base = document.root().entries().get(Form.EXTENDS);
        }
        layers.add(document.root().without(Form.EXTENDS));
        Node.Scalar next = base(document.root());
        at = Pointer.ROOT.child(Form.EXTENDS);
        name = next == null ? null : next.text();
        from = input.file();
        pos = next == null ? pos : next.pos();
      }
      Node.Mapping merged = null;
      for (int i = layers.size() - 1; i >= 0; i--) {
        merged =
            merged == null ? layers.get(i) : Merge.merge(Form.environment(), merged, layers.get(i));
      }
      return merged;
    }

    private Node.@Nullable Scalar base(Node.Mapping root) {
      Node value = root.get(Form.EXTENDS);
      if (value == null || value instanceof Node.Broken) {
        return null;
      }
      if (value instanceof Node.Scalar scalar) {
        return scalar;
      }
      problems.add(
          WRONG_TYPE,
          Pointer.ROOT.child(Form.EXTENDS),
          value.pos(),
          "expected the name of one file, got %s",
          value.described());
      intact = false;
      return null;
    }
  }
}
