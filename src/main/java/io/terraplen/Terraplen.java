package io.terraplen;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Derived;
import io.terraplen.descriptor.DescriptorRules;
import io.terraplen.descriptor.Descriptors;
import io.terraplen.descriptor.Input;
import io.terraplen.descriptor.JsonSchema;
import io.terraplen.descriptor.Result;
import io.terraplen.descriptor.Show;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Defaults;
import io.terraplen.model.Environment;
import io.terraplen.output.FileSet;
import io.terraplen.output.Lock;
import io.terraplen.proof.ProofRules;
import io.terraplen.proof.Prover;
import io.terraplen.rule.Output;
import io.terraplen.rule.RuleEngine;
import io.terraplen.rule.Rules;
import io.terraplen.schema.ProviderSchema;
import io.terraplen.template.TemplateFailure;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The facade: from the descriptors of a project to findings and files, all in memory.
 *
 * <p>For each environment: load, fill in defaults, derive, check the model, render and format,
 * check the output, settle the findings by stage, place and waiver. Nothing here writes.
 */
public final class Terraplen {

  /** This version. */
  public static final String VERSION = "0.1.0";

  /** The words that are commands, now or later: no environment may bear one. */
  public static final List<String> COMMANDS =
      List.of(
          "adopt",
          "affected",
          "catalog",
          "cost",
          "diagram",
          "diff",
          "explain",
          "export",
          "fix",
          "gen",
          "help",
          "new",
          "prove",
          "readiness",
          "report",
          "rules",
          "schema",
          "show",
          "trace",
          "validate",
          "version",
          "watch");

  private static final RuleInfo RESERVED_NAME =
      RuleInfo.error("reserved_name", "an environment named like a command");

  private static final RuleInfo TEMPLATE_FAILED =
      RuleInfo.error("template_failed", "a template that does not fit");

  private static final RuleInfo DUPLICATE_BLOCK =
      RuleInfo.error("duplicate_block", "two blocks with one Terraform address");

  private static final RuleInfo OTHER_DESCRIPTOR =
      new RuleInfo(
          "other_descriptor",
          "another descriptor that cannot be read",
          Severity.NOTE,
          Severity.NOTE,
          Severity.NOTE);

  /** Resource types whose loss loses data. */
  private static final Set<String> STATEFUL =
      Set.of(
          "aws_backup_vault",
          "aws_cloudwatch_log_group",
          "aws_ecr_repository",
          "aws_kms_key",
          "aws_rds_cluster",
          "aws_s3_bucket",
          "aws_secretsmanager_secret",
          "aws_ssm_parameter");

  /**
   * What is known of an environment after all checks.
   *
   * @param findings in the order of reports, waived ones included
   * @param files what {@code generated/<environment>} should hold, the lock included; absent where
   *     the findings leave nothing to render
   * @param todo the root outputs that hold what people do after the first apply
   */
  public record Checked(
      String environment, List<Finding> findings, Optional<FileSet> files, List<String> todo) {

    /** Whether nothing may be written. */
    public boolean blocks(boolean strict) {
      return files.isEmpty()
          || findings.stream()
              .anyMatch(
                  finding ->
                      finding.blocks()
                          || (strict
                              && finding.severity() == Severity.WARNING
                              && finding.waived() == null));
    }
  }

  /** The effective descriptor, or why there is none. */
  public record Shown(String text, List<Finding> findings) {}

  private final Workspace workspace;
  private final Catalog catalog = new Catalog();
  private final RuleEngine engine;

  /**
   * A run over a project.
   *
   * @param today the day by which waivers run out
   */
  public Terraplen(Workspace workspace, LocalDate today) {
    this.workspace = workspace;
    this.engine = new RuleEngine(Rules.all(catalog), rules(), today);
  }

  /** What is known of every rule, sorted by id; those without a class of their own included. */
  public static List<RuleInfo> rules() {
    return Stream.of(
            Rules.infos(new Catalog()).stream(),
            DescriptorRules.all().stream(),
            ProofRules.all().stream(),
            Stream.of(RESERVED_NAME, TEMPLATE_FAILED, DUPLICATE_BLOCK, OTHER_DESCRIPTOR))
        .flatMap(each -> each)
        .sorted(Comparator.comparing(RuleInfo::id))
        .toList();
  }

  /** The page of a rule, or its title where it has none. */
  public static String explain(String rule) {
    try (InputStream in = Terraplen.class.getResourceAsStream("/docs/rules/" + rule + ".md")) {
      if (in != null) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .replaceAll("(?m)^<!-- /?generated -->\n\n?", "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RuleInfo info =
        rules().stream().filter(each -> each.id().equals(rule)).findFirst().orElseThrow();
    return "# " + rule + "\n\nAn error at every stage: " + info.title() + ".\n";
  }

  /** What the proof's schema is of and where it comes from, one fact a line. */
  public static List<String> provenance() {
    return ProviderSchema.aws().provenance();
  }

  /** Proves the Terraform in a folder; findings name files from the project's root. */
  public static Prover.Proven prove(Workspace workspace, Path folder) {
    return Prover.prove(new DiskFolders(workspace, folder));
  }

  /** The JSON Schema of descriptors. */
  public static String schema() {
    return JsonSchema.text();
  }

  /** The effective descriptor of an environment, with where each value came from. */
  public Shown show(String environment) {
    Result result = Descriptors.load(workspace.root(), Workspace.descriptor(environment));
    return result instanceof Result.Loaded loaded
        ? new Shown(Show.yaml(loaded.stated(), loaded.sources()), List.of())
        : new Shown("", ((Result.Rejected) result).findings());
  }

  /**
   * Checks environments and makes their files; every other descriptor is read for the fleet's
   * rules.
   */
  public List<Checked> check(List<String> environments) {
    prepare();
    Map<String, Result> results = new LinkedHashMap<>();
    Map<String, Derived> derived = new LinkedHashMap<>();
    for (String name : workspace.environments()) {
      Result result = Descriptors.load(workspace.root(), Workspace.descriptor(name));
      results.put(name, result);
      if (result instanceof Result.Loaded loaded) {
        derived.put(name, derive(loaded.stated()));
      }
    }
    Map<String, List<Finding>> fleet = engine.checkFleet(List.copyOf(derived.values()));
    List<Checked> checked = new ArrayList<>();
    for (String name : environments) {
      Result result = Objects.requireNonNull(results.get(name), name);
      checked.add(
          result instanceof Result.Loaded loaded
              ? check(loaded, derived.get(name), fleet.getOrDefault(name, List.of()))
              : new Checked(
                  name, ((Result.Rejected) result).findings(), Optional.empty(), List.of()));
    }
    return withNotesOnOthers(checked, results);
  }

  /**
   * Begins, beside whatever the caller does next, what {@link #check} needs and no descriptor
   * decides. A program calls it first thing; {@code check} does so in any case.
   */
  public static void prepare() {
    Generator.prepare();
    // Setting up the first digest takes long in a fresh process; nobody waits for this one.
    var unused = CompletableFuture.runAsync(() -> Lock.digest(""));
  }

  private Derived derive(Environment stated) {
    Environment effective = Defaults.apply(stated);
    List<String> zones =
        catalog.regions().zonesByRegion().getOrDefault(effective.region(), List.of());
    return Derived.of(effective, zones);
  }

  private Checked check(Result.Loaded loaded, Derived derived, List<Finding> fleet) {
    String name = derived.environment().environment();
    List<Finding> raw = new ArrayList<>(engine.checkModel(derived));
    raw.addAll(fleet);
    if (COMMANDS.contains(name)) {
      raw.add(
          RESERVED_NAME
              .finding(Pointer.ROOT.child("environment"), "`%s` is a command of gen", name)
              .hint("give the environment and its file another name"));
    }
    Optional<FileSet> files = Optional.empty();
    List<String> todo = List.of();
    boolean renderable =
        raw.stream().noneMatch(each -> engine.isError(each, derived.environment().stage()));
    if (renderable) {
      try {
        Generator.Generated generated = Generator.generate(derived);
        Output output = new Output(generated.files().files());
        refuseBroken(generated.targets(), output);
        todo = generated.todo();
        raw.addAll(engine.checkOutput(output));
        raw.addAll(proof(derived, output, loaded));
        output
            .duplicates()
            .forEach(
                (address, at) ->
                    raw.add(
                        DUPLICATE_BLOCK
                            .finding(at, "a second block would be called `%s`", address)
                            .hint("give one of the two components another key")));
        files = Optional.of(lock(loaded, output, generated.files()));
      } catch (TemplateFailure e) {
        raw.add(TEMPLATE_FAILED.finding(Pointer.ROOT, "%s", e.reason()).withPos(e.pos()));
      }
    }
    List<Finding> findings = engine.settle(raw, derived, loaded.sources(), renderable);
    return new Checked(name, findings, files, todo);
  }

  /**
   * What the proof finds in the files, each with the lines of template and descriptor behind it.
   */
  private List<Finding> proof(Derived derived, Output output, Result.Loaded loaded) {
    String folder = "generated/" + derived.environment().environment() + "/";
    List<Finding> found = new ArrayList<>();
    for (Finding finding : Prover.prove(new MemoryFolders(output.files())).findings()) {
      Pos pos = finding.pos();
      Pointer at = output.at(pos);
      List<Pos> origins = new ArrayList<>();
      Generator.templateLine(derived, pos.file(), pos.line()).ifPresent(origins::add);
      if (!at.isRoot()) {
        origins.add(loaded.sources().resolve(at));
      }
      String file = folder + pos.file();
      workspace.remember(file, output.files().getOrDefault(pos.file(), ""));
      found.add(
          finding
              .withAt(at)
              .withPos(new Pos(file, pos.line(), pos.column(), pos.endLine(), pos.endColumn()))
              .withOrigins(origins));
    }
    return found;
  }

  /** Terraform that cannot be read, or refers to what is not there, is a bug of ours. */
  private static void refuseBroken(Set<String> targets, Output output) {
    if (!output.problems().isEmpty()) {
      throw new IllegalStateException("rendered no HCL: " + output.problems().get(0));
    }
    for (String target : targets) {
      if (!output.addresses().containsKey(target)) {
        throw new IllegalStateException("nothing renders " + target);
      }
    }
  }

  private static FileSet lock(Result.Loaded loaded, Output output, FileSet generated) {
    SortedMap<String, String> inputs = new TreeMap<>();
    for (Input input : loaded.inputs()) {
      inputs.put(input.file(), "sha256:" + input.sha256());
    }
    return Lock.of("terraplen " + VERSION, inputs, generated, output.addresses()).addTo(generated);
  }

  /**
   * A broken descriptor that was not asked for is worth a note: the fleet's rules did not see it.
   */
  private List<Checked> withNotesOnOthers(List<Checked> checked, Map<String, Result> results) {
    if (checked.isEmpty()) {
      return checked;
    }
    List<String> asked = checked.stream().map(Checked::environment).toList();
    // A mistake in a shared file is said once, as an error where it was asked for.
    Set<Pos> said = new HashSet<>();
    checked.forEach(each -> each.findings().forEach(finding -> said.add(finding.pos())));
    List<Finding> notes = new ArrayList<>();
    results.forEach(
        (name, result) -> {
          if (result instanceof Result.Rejected rejected && !asked.contains(name)) {
            Finding first = rejected.findings().get(0);
            if (!said.add(first.pos())) {
              return;
            }
            notes.add(
                OTHER_DESCRIPTOR
                    .finding(Pointer.ROOT, "`%s` cannot be read: %s", name, first.message())
                    .hint("rules across environments did not see it")
                    .withSeverity(Severity.NOTE)
                    .withPos(first.pos()));
          }
        });
    if (notes.isEmpty()) {
      return checked;
    }
    List<Checked> noted = new ArrayList<>(checked);
    Checked last = noted.remove(noted.size() - 1);
    List<Finding> findings = new ArrayList<>(last.findings());
    findings.addAll(notes);
    noted.add(new Checked(last.environment(), List.copyOf(findings), last.files(), last.todo()));
    return List.copyOf(noted);
  }

  /**
   * The addresses of stateful resources that a folder's lock has and what is wanted has not,
   * sorted.
   */
  public static List<String> vanished(Optional<Lock> before, FileSet wanted) {
    if (before.isEmpty()) {
      return List.of();
    }
    Set<String> present =
        wanted
            .content(Lock.FILE)
            .flatMap(Lock::read)
            .map(lock -> lock.addresses().keySet())
            .orElse(Set.of());
    return before.get().addresses().keySet().stream()
        .filter(address -> !present.contains(address))
        .filter(address -> STATEFUL.contains(type(address)))
        .toList();
  }

  private static String type(String address) {
    String[] parts = address.split("\\.", -1);
    return parts.length < 2 ? "" : parts[parts.length - 2];
  }
}
