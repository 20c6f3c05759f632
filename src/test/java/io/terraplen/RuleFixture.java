package io.terraplen;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Derived;
import io.terraplen.descriptor.Descriptors;
import io.terraplen.descriptor.Result;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.model.Defaults;
import io.terraplen.report.TextReport;
import io.terraplen.rule.Output;
import io.terraplen.rule.OutputRule;
import io.terraplen.rule.Rule;
import io.terraplen.rule.RuleEngine;
import io.terraplen.rule.Rules;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import io.terraplen.text.SourceMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One example of a rule's folder, and what the text report prints of it. An example is a descriptor
 * {@code NAME.yaml}, Terraform {@code NAME.tf}, or a folder {@code NAME} of several descriptors (a
 * fleet) or of Terraform laid out as below {@code generated/<environment>}. A descriptor extends
 * {@code ../base.yaml}.
 *
 * @param path of the example
 * @param name the example's name without extension: {@code bad}, {@code good-one_zone}
 */
record RuleFixture(Path path, String name) {

  /** Where the folders of all rules lie, each named like its rule. */
  static final Path ROOT = Path.of("src/test/resources/rules");

  private static final Catalog CATALOG = new Catalog();
  private static final Pattern ENVIRONMENT = Pattern.compile("(?m)^environment: *(\\S+)");
  private static final String BASE_ENVIRONMENT = "demo";

  /** The ids that have a folder, sorted. */
  static List<String> rules() throws IOException {
    try (Stream<Path> paths = Files.list(ROOT)) {
      return paths
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** The examples of a rule, sorted. */
  static List<RuleFixture> of(String rule) throws IOException {
    try (Stream<Path> paths = Files.list(ROOT.resolve(rule))) {
      return paths
          .filter(path -> !path.toString().endsWith(".findings"))
          .sorted()
          .map(path -> new RuleFixture(path, stem(path)))
          .toList();
    }
  }

  private static String stem(Path path) {
    return path.getFileName().toString().replaceFirst("\\.(yaml|tf)$", "");
  }

  String rule() {
    return path.getParent().getFileName().toString();
  }

  /** What the report should print; absent where it should print nothing. */
  Path findings() {
    return path.resolveSibling(name + ".findings");
  }

  /** The example's files with their paths as findings print them, sorted. */
  SortedMap<String, String> files() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        String relative = path.getParent().relativize(file).toString().replace('\\', '/');
        files.put(relative, Files.readString(file));
      }
    }
    return files;
  }

  /** What the text report prints when the rule alone is run; empty for nothing. */
  String print(Path project) throws IOException {
    SortedMap<String, String> files = files();
    List<Finding> findings =
        files.firstKey().endsWith(".tf") ? terraform(project, files) : descriptors(project, files);
    List<Finding> own = findings.stream().filter(each -> each.rule().equals(rule())).toList();
    Map<String, String> shown = new LinkedHashMap<>(files);
    shown.put("base.yaml", Files.readString(ROOT.resolve("base.yaml")));
    return new TextReport(
            file -> List.of(shown.getOrDefault(file, "").split("\n", -1)), /* color= */ false)
        .print(own.stream().sorted(Finding.ORDER).toList());
  }

  private List<Finding> descriptors(Path project, SortedMap<String, String> files)
      throws IOException {
    RuleEngine engine = engine();
    Map<String, Result.Loaded> loaded = new LinkedHashMap<>();
    Map<String, String> fixtureFiles = new LinkedHashMap<>();
    Files.createDirectories(project.resolve("environments"));
    Files.copy(ROOT.resolve("base.yaml"), project.resolve("base.yaml"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Matcher stated = ENVIRONMENT.matcher(file.getValue());
      String environment = stated.find() ? stated.group(1) : BASE_ENVIRONMENT;
      String copy = Descriptors.fileOf(environment);
      Files.writeString(project.resolve(copy), file.getValue());
      fixtureFiles.put(copy, file.getKey());
      loaded.put(environment, load(project, copy));
    }
    Map<String, Derived> derived = new LinkedHashMap<>();
    loaded.forEach((name, result) -> derived.put(name, derive(result)));
    Map<String, List<Finding>> fleet = engine.checkFleet(List.copyOf(derived.values()));
    List<Finding> findings = new ArrayList<>();
    for (String name : loaded.keySet()) {
      Derived each = Objects.requireNonNull(derived.get(name));
      List<Finding> raw = new ArrayList<>(engine.checkModel(each));
      raw.addAll(fleet.getOrDefault(name, List.of()));
      // As in a run: where the model has an error, nothing is rendered.
      boolean renderable =
          raw.stream().noneMatch(finding -> engine.isError(finding, each.environment().stage()));
      if (isOutputRule() && renderable) {
        raw.addAll(engine.checkOutput(new Output(Generator.generate(each).files().files())));
      }
      SourceMap sources = Objects.requireNonNull(loaded.get(name)).sources();
      engine.settle(raw, each, sources, true).stream()
          .map(finding -> moved(finding, fixtureFiles))
          .forEach(findings::add);
    }
    return findings;
  }

  private static Result.Loaded load(Path project, String file) {
    Result result = Descriptors.load(project, file);
    if (result instanceof Result.Rejected rejected) {
      throw new AssertionError(
          "the fixture is no descriptor: "
              + rejected.findings().stream()
                  .map(each -> each.pos() + ": " + each.message())
                  .toList());
    }
    return (Result.Loaded) result;
  }

  private static Derived derive(Result.Loaded loaded) {
    var effective = Defaults.apply(loaded.stated());
    return Derived.of(
        effective, CATALOG.regions().zonesByRegion().getOrDefault(effective.region(), List.of()));
  }

  private static Finding moved(Finding finding, Map<String, String> files) {
    Pos pos = finding.pos();
    String file = files.getOrDefault(pos.file(), pos.file());
    return finding.withPos(new Pos(file, pos.line(), pos.column(), pos.endLine(), pos.endColumn()));
  }

  /**
   * Terraform has no descriptor: a finding without a place of its own shows its block's comment.
   */
  private List<Finding> terraform(Path project, SortedMap<String, String> files)
      throws IOException {
    Files.createDirectories(project.resolve("environments"));
    String descriptor = Descriptors.fileOf(BASE_ENVIRONMENT);
    Files.copy(ROOT.resolve("base.yaml"), project.resolve(descriptor));
    SourceMap.Builder sources = new SourceMap.Builder(files.firstKey());
    files.forEach((file, text) -> addComments(file, text, sources));
    RuleEngine engine = engine();
    List<Finding> raw = engine.checkOutput(new Output(laidOut(files)));
    return engine.settle(raw, derive(load(project, descriptor)), sources.build(), true).stream()
        .map(finding -> moved(finding, layout(files)))
        .toList();
  }

  /** A folder's Terraform by its path below the folder, as below {@code generated/ENV}. */
  private SortedMap<String, String> laidOut(SortedMap<String, String> files) {
    SortedMap<String, String> laidOut = new TreeMap<>();
    layout(files).forEach((below, file) -> laidOut.put(below, files.get(file)));
    return laidOut;
  }

  private Map<String, String> layout(SortedMap<String, String> files) {
    Map<String, String> layout = new LinkedHashMap<>();
    String folder = name + "/";
    for (String file : files.keySet()) {
      layout.put(file.startsWith(folder) ? file.substring(folder.length()) : file, file);
    }
    return layout;
  }

  private static void addComments(String file, String text, SourceMap.Builder sources) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int hash = lines[i].indexOf("# ");
      if (hash >= 0) {
        String address = lines[i].substring(hash + 2).strip();
        Pos pos = Pos.of(file, i + 1, hash + 3, address.length());
        try {
          sources.put(Pointer.parse(address), new SourceMap.Entry(pos, pos, true));
        } catch (IllegalArgumentException e) {
          // A comment in words leads nowhere.
        }
      }
    }
  }

  private boolean isOutputRule() {
    return rulesToRun().stream().anyMatch(OutputRule.class::isInstance);
  }

  private RuleEngine engine() {
    return new RuleEngine(rulesToRun(), Terraplen.rules(), GeneratedTest.TODAY);
  }

  /** The rule of the folder; what is said of waivers follows from all rules. */
  private List<Rule> rulesToRun() {
    List<Rule> all = Rules.all(CATALOG);
    List<RuleInfo> known = all.stream().map(Rule::info).toList();
    if (known.stream().noneMatch(info -> info.id().equals(rule()))) {
      throw new AssertionError("there is no rule `" + rule() + "`");
    }
    return rule().startsWith("waiver_")
        ? all
        : all.stream().filter(each -> each.info().id().equals(rule())).toList();
  }

  @Override
  public String toString() {
    return rule() + " " + path.getFileName();
  }
}
