package io.terraplen.proof;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.hcl.Body;
import io.terraplen.hcl.Diagnostic;
import io.terraplen.hcl.Hcl;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What the files of one folder define, overrides merged as Terraform merges them. */
final class Module {

  /** The top-level blocks that define something by their labels. */
  private static final Map<String, Integer> LABELS =
      Map.ofEntries(
          Map.entry("resource", 2),
          Map.entry("data", 2),
          Map.entry("ephemeral", 2),
          Map.entry("variable", 1),
          Map.entry("output", 1),
          Map.entry("module", 1),
          Map.entry("provider", 1),
          Map.entry("check", 1),
          Map.entry("terraform", 0),
          Map.entry("locals", 0),
          Map.entry("moved", 0),
          Map.entry("import", 0),
          Map.entry("removed", 0));

  /** Those of which a module may have several without a name of their own. */
  private static final Set<String> UNNAMED =
      Set.of("terraform", "locals", "moved", "import", "removed");

  private final Map<String, Body.Block> named = new LinkedHashMap<>();
  private final List<Body.Block> unnamed = new ArrayList<>();
  private final Map<String, Body.Attribute> locals = new LinkedHashMap<>();
  private final Set<String> providerAliases = new LinkedHashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private int json;

  /** Reads the files of a folder, by the names that findings show. */
  Module(SortedMap<String, String> files) {
    List<String> overrides = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          if (name.endsWith(".json")) {
            json++;
          } else if (isOverride(name)) {
            overrides.add(name);
          } else {
            read(name, text).forEach(this::define);
          }
        });
    for (String name : overrides) {
      read(name, files.getOrDefault(name, "")).forEach(this::override);
    }
  }

  private static boolean isOverride(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.equals("override.tf") || name.endsWith("_override.tf");
  }

  private List<Body.Block> read(String name, String text) {
    Hcl.Parsed parsed = Hcl.parse(name, text);
    for (Diagnostic problem : parsed.problems()) {
      findings.add(
          ProofRules.SYNTAX.finding(Pointer.ROOT, "%s", problem.message()).withPos(problem.pos()));
    }
    for (Body.Attribute stray : parsed.body().attributes()) {
      find(
          ProofRules.UNKNOWN_ARGUMENT,
          stray,
          "`" + stray.name() + "` stands outside any block",
          "put it into the block that it belongs to");
    }
    List<Body.Block> blocks = new ArrayList<>();
    for (Body.Block block : parsed.body().blocks()) {
      Integer labels = LABELS.get(block.name());
      if (labels == null) {
        find(
            ProofRules.UNKNOWN_BLOCK,
            block,
            "there is no block `" + block.name() + "`",
            Prover.suggestion(block.name(), LABELS.keySet()));
      } else if (labels != block.labels().size()) {
        find(
            ProofRules.UNKNOWN_BLOCK,
            block,
            "a block `"
                + block.name()
                + "` takes "
                + labels
                + " labels, not "
                + block.labels().size(),
            "");
      } else {
        blocks.add(block);
      }
    }
    return blocks;
  }

  private void find(RuleInfo rule, Body.Element at, String message, String hint) {
    Finding finding = rule.finding(Pointer.ROOT, "%s", message).withPos(at.pos());
    findings.add(hint.isEmpty() ? finding : finding.hint(hint));
  }

  private static String key(Body.Block block) {
    String alias =
        block.name().equals("provider")
            ? block
                .body()
                .value("alias")
                .flatMap(each -> each.asText())
                .map(a -> "." + a)
                .orElse("")
            : "";
    return block.name() + " " + String.join(".", block.labels()) + alias;
  }

  private void define(Body.Block block) {
    if (block.name().equals("locals")) {
      for (Body.Attribute local : block.body().attributes()) {
        Body.Attribute earlier = locals.putIfAbsent(local.name(), local);
        if (earlier != null) {
          duplicate(local, "local value `" + local.name() + "`", earlier);
        }
      }
    }
    if (UNNAMED.contains(block.name())) {
      unnamed.add(block);
      return;
    }
    Body.Block earlier = named.putIfAbsent(key(block), block);
    if (earlier != null) {
      duplicate(block, block.name() + " `" + String.join(".", block.labels()) + "`", earlier);
    }
  }

  private void duplicate(Body.Element second, String what, Body.Element first) {
    find(
        ProofRules.DUPLICATE_DEFINITION,
        second,
        "a second " + what,
        "the first stands at " + first.pos());
  }

  private void override(Body.Block block) {
    if (block.name().equals("locals")) {
      for (Body.Attribute local : block.body().attributes()) {
        if (locals.put(local.name(), local) == null) {
          find(
              ProofRules.MISSING_BASE,
              local,
              "there is no local value `" + local.name() + "` to override",
              "");
        }
      }
      unnamed.add(block);
      return;
    }
    if (UNNAMED.contains(block.name())) {
      unnamed.add(block);
      return;
    }
    Body.Block base = named.get(key(block));
    if (base != null) {
      named.put(key(block), merged(base, block));
    } else if (block.name().equals("provider")) {
      named.put(key(block), block);
    } else {
      find(
          ProofRules.MISSING_BASE,
          block,
          "there is no " + block.name() + " `" + String.join(".", block.labels()) + "` to override",
          "an override file changes what other files define");
    }
  }

  /** Arguments replace arguments of their name; blocks replace all blocks of their type. */
  private static Body.Block merged(Body.Block base, Body.Block override) {
    Set<String> replaced = new LinkedHashSet<>();
    List<Body.Element> elements = new ArrayList<>();
    for (Body.Element each : override.body().elements()) {
      replaced.add(replacing(each));
    }
    for (Body.Element each : base.body().elements()) {
      boolean lifecycle = each instanceof Body.Block && each.name().equals("lifecycle");
      if (lifecycle && replaced.contains("{lifecycle")) {
        Body.Block over = override.body().blocks("lifecycle").get(0);
        elements.add(merged((Body.Block) each, over));
      } else if (!replaced.contains(replacing(each))) {
        elements.add(each);
      }
    }
    boolean merges = !base.body().blocks("lifecycle").isEmpty();
    for (Body.Element each : override.body().elements()) {
      if (!(merges && each instanceof Body.Block && each.name().equals("lifecycle"))) {
        elements.add(each);
      }
    }
    return new Body.Block(
        base.name(),
        base.pos(),
        base.labels(),
        new Body(elements),
        base.comments(),
        base.headerComment());
  }

  private static String replacing(Body.Element element) {
    if (!(element instanceof Body.Block block)) {
      return element.name();
    }
    boolean dynamic = block.name().equals("dynamic") && block.labels().size() == 1;
    return "{" + (dynamic ? block.labels().get(0) : block.name());
  }

  /** The blocks of a type that have names, merged, in the order of files and lines. */
  List<Body.Block> all(String type) {
    return named.values().stream().filter(each -> each.name().equals(type)).toList();
  }

  /** The blocks of a type that have none. */
  List<Body.Block> unnamed(String type) {
    return unnamed.stream().filter(each -> each.name().equals(type)).toList();
  }

  /** A block by its type and labels, joined by dots. */
  Body.@org.jspecify.annotations.Nullable Block find(String type, String labels) {
    return named.get(type + " " + labels);
  }

  /** The labels, joined by dots, of all blocks of a type. */
  List<String> names(String type) {
    return all(type).stream().map(each -> String.join(".", each.labels())).toList();
  }

  Map<String, Body.Attribute> locals() {
    return locals;
  }

  /** How many files in JSON there are: what they define is not known. */
  int json() {
    return json;
  }

  /** What is wrong with the files themselves. */
  List<Finding> findings() {
    return findings;
  }

  /** The provider names that others in this module stand for, each with its source. */
  Map<String, String> requiredProviders() {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Body.Block terraform : unnamed("terraform")) {
      for (Body.Block required : terraform.body().blocks("required_providers")) {
        for (Body.Attribute each : required.body().attributes()) {
          String source = "";
          if (each.value() instanceof io.terraplen.hcl.Expression.Mapping mapping) {
            source = mapping.value("source").flatMap(v -> v.asText()).orElse("");
            mapping
                .value("configuration_aliases")
                .ifPresent(
                    aliases ->
                        aliases
                            .children()
                            .forEach(a -> a.asReference().ifPresent(providerAliases::add)));
          }
          sources.put(each.name(), source.isEmpty() ? "hashicorp/" + each.name() : source);
        }
      }
    }
    return sources;
  }

  /** The provider configurations that this module has or is given, as {@code aws.west}. */
  Set<String> providerConfigurations() {
    requiredProviders();
    Set<String> all = new LinkedHashSet<>(providerAliases);
    for (Body.Block provider : all("provider")) {
      String alias = provider.body().value("alias").flatMap(v -> v.asText()).orElse("");
      all.add(provider.labels().get(0) + (alias.isEmpty() ? "" : "." + alias));
    }
    return all;
  }
}
