package io.terraplen.proof;

import io.terraplen.finding.RuleInfo;
import io.terraplen.hcl.Body;
import io.terraplen.hcl.Expression;
import io.terraplen.proof.Inference.Step;
import io.terraplen.schema.BlockSchema;
import io.terraplen.schema.ProviderSchema;
import io.terraplen.schema.Type;
import io.terraplen.schema.Type.Simple;
import io.terraplen.text.Pos;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One call of a module: its definitions checked, its references followed. */
final class Instance implements References {

  private static final Set<String> RESERVED_VARIABLES =
      Set.of(
          "source",
          "version",
          "providers",
          "count",
          "for_each",
          "lifecycle",
          "depends_on",
          "locals");

  private static final Set<String> MODULE_ARGUMENTS =
      Set.of("source", "version", "providers", "count", "for_each", "depends_on");

  private static final String AWS = "aws";

  private final Module module;

  /** {@code module.app.}, empty for the root. */
  private final String path;

  private final String folder;
  private final Prover.Folders folders;
  private final Report report;
  private final Dependencies dependencies;
  private final Prover.Counts counts;
  private final Inference inference;
  private final Bodies bodies;
  private final Map<String, String> providers;
  private final Map<String, Instance> children = new LinkedHashMap<>();
  private final Map<String, Type> variableTypes = new HashMap<>();
  private final Map<String, Static> locals = new HashMap<>();
  private final Set<String> evaluating = new HashSet<>();

  Instance(
      Module module,
      String path,
      String folder,
      Prover.Folders folders,
      Report report,
      Dependencies dependencies,
      Prover.Counts counts) {
    this.module = module;
    this.path = path;
    this.folder = folder;
    this.folders = folders;
    this.report = report;
    this.dependencies = dependencies;
    this.counts = counts;
    this.inference = new Inference(this, report);
    this.bodies = new Bodies(inference, report);
    this.providers = module.requiredProviders();
  }

  void prove() {
    counts.json += module.json();
    module.findings().forEach(report::add);
    module.all("variable").forEach(this::variable);
    module.all("module").forEach(this::load);
    module.all("module").forEach(this::call);
    for (String name : module.locals().keySet()) {
      local(name);
    }
    module.all("resource").forEach(block -> resource(block, ProviderSchema.Kind.RESOURCE, ""));
    module.all("data").forEach(block -> resource(block, ProviderSchema.Kind.DATA, "data."));
    module.all("output").forEach(this::output);
    module.all("provider").forEach(this::provider);
    module.all("check").forEach(this::check);
    others();
  }

  private void find(RuleInfo rule, Pos pos, String message, String hint) {
    report.add(rule, pos, message, hint);
  }

  // --- variables, local values, outputs

  private void variable(Body.Block block) {
    String name = block.labels().get(0);
    // A variable's own validation may ask for its value: that is no cycle.
    Scope scope = Scope.of(path + "validation." + name);
    if (RESERVED_VARIABLES.contains(name)) {
      find(
          ProofRules.DUPLICATE_DEFINITION,
          block.pos(),
          "`" + name + "` is an argument of every module block: no variable may be called so",
          "");
    }
    bodies.check(block, MetaSchemas.VARIABLE, scope, "variable `" + name + "`");
    Type type = Simple.ANY;
    Optional<Expression> stated = block.body().value("type");
    if (stated.isPresent()) {
      Optional<Type> read = Constraints.read(stated.get());
      if (read.isEmpty()) {
        find(
            ProofRules.WRONG_TYPE,
            stated.get().pos(),
            "this is no type constraint",
            "write such as `string`, `list(string)` or `object({ name = string })`");
      } else {
        type = read.get();
      }
    }
    variableTypes.put(name, type);
    Optional<Expression> standard = block.body().value("default");
    if (standard.isPresent()) {
      Static value = inference.of(standard.get(), scope);
      inference.require(value, type, standard.get().pos(), "the default of `" + name + "`", scope);
    }
  }

  private Static local(String name) {
    Static known = locals.get(name);
    if (known != null) {
      return known;
    }
    Body.Attribute definition = module.locals().get(name);
    if (definition == null || !evaluating.add(name)) {
      return Static.ANY;
    }
    Static value = inference.of(definition.value(), Scope.of(path + "local." + name));
    evaluating.remove(name);
    locals.put(name, value);
    return value;
  }

  private void output(Body.Block block) {
    String name = block.labels().get(0);
    Scope scope = Scope.of(path + "output." + name);
    bodies.check(block, MetaSchemas.OUTPUT, scope, "output `" + name + "`");
    dependsOn(block, scope);
    dependencies.add(path + "(close)", path + "output." + name, block.pos());
  }

  // --- modules

  private void load(Body.Block block) {
    String name = block.labels().get(0);
    Optional<Expression> source = block.body().value("source");
    Optional<String> text = source.flatMap(Expression::asText);
    if (text.isEmpty()) {
      return;
    }
    if (!text.get().startsWith("./") && !text.get().startsWith("../")) {
      counts.remote++;
      return;
    }
    String target = "";
    Optional<SortedMap<String, String>> files = Optional.empty();
    try {
      target = resolved(folder, text.get());
      files = folders.files(target);
    } catch (InvalidPathException e) {
      // No file system has such a path: the module is not there.
    }
    if (files.isEmpty() || files.get().isEmpty()) {
      find(
          ProofRules.MISSING_MODULE,
          source.get().pos(),
          "there is no module in `" + text.get() + "`",
          "");
      return;
    }
    if (path.split("module\\.", -1).length > 20) {
      find(ProofRules.DEPENDENCY_CYCLE, block.pos(), "modules that call each other", "");
      return;
    }
    counts.modules++;
    Instance child =
        new Instance(
            new Module(files.get()),
            path + "module." + name + ".",
            target,
            folders,
            report,
            dependencies,
            counts);
    children.put(name, child);
    child.prove();
  }

  /** A relative path from a folder, both from the root module's folder. */
  private static String resolved(String folder, String source) {
    return Path.of(folder.isEmpty() ? "." : folder)
        .resolve(source)
        .normalize()
        .toString()
        .replace('\\', '/');
  }

  private void call(Body.Block block) {
    String name = block.labels().get(0);
    Instance child = children.get(name);
    String expand = path + "module." + name + ".(expand)";
    Scope outer = Scope.of(expand);
    repetition(block.body(), outer);
    dependsOn(block, outer);
    Scope inside =
        outer.repeated(
            block.body().value("for_each").isPresent(), block.body().value("count").isPresent());
    if (block.body().value("source").isEmpty()) {
      missing("source", "module `" + name + "`", block.pos());
    }
    for (Body.Block nested : block.body().blocks()) {
      find(
          ProofRules.UNKNOWN_BLOCK,
          nested.pos(),
          "a module takes no block `" + nested.name() + "`",
          "pass it as an argument: `" + nested.name() + " = …`");
    }
    Set<String> given = new HashSet<>();
    for (Body.Attribute argument : block.body().attributes()) {
      if (MODULE_ARGUMENTS.contains(argument.name())) {
        continue;
      }
      if (!given.add(argument.name())) {
        continue;
      }
      Type wanted = Simple.ANY;
      String node = expand;
      if (child != null) {
        node = child.path + "var." + argument.name();
        Type declared = child.variableTypes.get(argument.name());
        if (declared == null) {
          find(
              ProofRules.UNKNOWN_ARGUMENT,
              argument.pos(),
              "module `" + name + "` has no variable `" + argument.name() + "`",
              Prover.suggestion(argument.name(), child.variableTypes.keySet()));
        } else {
          wanted = declared;
        }
      }
      Scope scope = new Scope(node, inside.each(), inside.count(), false, false, Map.of());
      Static value = inference.of(argument.value(), scope);
      inference.require(value, wanted, argument.value().pos(), "`" + argument.name() + "`", scope);
    }
    if (child != null) {
      for (Body.Block variable : child.module.all("variable")) {
        String wanted = variable.labels().get(0);
        if (variable.body().value("default").isEmpty() && !given.contains(wanted)) {
          missing(wanted, "module `" + name + "`", block.pos());
        }
      }
    }
  }

  private void missing(String argument, String where, Pos pos) {
    find(
        ProofRules.MISSING_ARGUMENT,
        pos,
        where + " lacks the argument `" + argument + "`",
        "write `" + argument + " = …`");
  }

  // --- resources

  private void resource(Body.Block block, ProviderSchema.Kind kind, String prefix) {
    String type = block.labels().get(0);
    String address = prefix + type + "." + block.labels().get(1);
    String node = path + address;
    dependencies.add(path + "(close)", node, block.pos());
    dependencies.add(node, path + "(expand)", block.pos());
    Scope outer = Scope.of(node);
    Body body = block.body();
    Scope inside =
        outer.repeated(body.value("for_each").isPresent(), body.value("count").isPresent());
    repetition(body, outer);
    dependsOn(block, outer);
    providerOf(block);
    if (!isAws(block)) {
      counts.foreign++;
      bodies.visit(body, inside);
      return;
    }
    if (kind == ProviderSchema.Kind.RESOURCE) {
      counts.resources++;
    } else {
      counts.dataSources++;
    }
    Optional<BlockSchema> schema = ProviderSchema.aws().find(kind, type);
    if (schema.isEmpty()) {
      find(
          ProofRules.UNKNOWN_TYPE,
          block.pos(),
          "the AWS provider has no "
              + (prefix.isEmpty() ? "resource" : "data source")
              + " `"
              + type
              + "`",
          Prover.suggestion(type, ProviderSchema.aws().types(kind)));
      bodies.visit(body, inside);
      return;
    }
    bodies.checkResource(block, schema.get(), inside, "`" + address + "`", prefix.isEmpty());
    for (Body.Block lifecycle : body.blocks("lifecycle")) {
      lifecycle.body().value("ignore_changes").ifPresent(each -> ignored(each, schema.get()));
      lifecycle
          .body()
          .value("replace_triggered_by")
          .ifPresent(each -> each.children().forEach(child -> inference.of(child, inside)));
    }
  }

  /** Whether a block is judged by the schema that we have. */
  private boolean isAws(Body.Block block) {
    String type = block.labels().get(0);
    String local =
        block
            .body()
            .value("provider")
            .flatMap(Expression::asReference)
            .map(reference -> reference.split("\\.", -1)[0])
            .orElse(type.contains("_") ? type.substring(0, type.indexOf('_')) : type);
    String source = providers.getOrDefault(local, "hashicorp/" + local);
    return source.equals("hashicorp/aws") || source.endsWith("/hashicorp/aws");
  }

  private void providerOf(Body.Block block) {
    Optional<Expression> stated = block.body().value("provider");
    if (stated.isEmpty()) {
      return;
    }
    Optional<String> reference = stated.get().asReference();
    if (reference.isEmpty()) {
      return;
    }
    if (reference.get().contains(".")
        && !module.providerConfigurations().contains(reference.get())) {
      find(
          ProofRules.UNKNOWN_REFERENCE,
          stated.get().pos(),
          "there is no provider configuration `" + reference.get() + "` in this module",
          "");
    }
  }

  private void ignored(Expression list, BlockSchema schema) {
    boolean all = list.asReference().filter("all"::equals).isPresent();
    if (!all && !(list instanceof Expression.Tuple)) {
      find(
          ProofRules.WRONG_TYPE,
          list.pos(),
          "`ignore_changes` takes a list of arguments, or `all`",
          "");
    }
    for (Expression each : list.children()) {
      if (each instanceof Expression.Name name && schema.member(name.name()) == null) {
        find(
            ProofRules.UNKNOWN_ATTRIBUTE,
            each.pos(),
            "there is no argument `" + name.name() + "` to ignore",
            Prover.suggestion(name.name(), schema.names()));
      }
    }
  }

  /** {@code count} and {@code for_each}: what they may be, and that there is but one. */
  private void repetition(Body body, Scope scope) {
    Optional<Expression> count = body.value("count");
    Optional<Expression> forEach = body.value("for_each");
    if (count.isPresent()) {
      Static value = inference.of(count.get(), scope);
      inference.require(value, Simple.NUMBER, count.get().pos(), "`count`", scope);
    }
    if (forEach.isPresent()) {
      Static value = inference.of(forEach.get(), scope);
      Type type = value.type();
      boolean fits =
          value.isAny()
              || type.is(Type.Kind.MAP)
              || type.is(Type.Kind.SET)
              || type instanceof Type.Obj
              || type instanceof Type.Block;
      if (!fits || value.isNull()) {
        find(
            ProofRules.WRONG_TYPE,
            forEach.get().pos(),
            "`for_each` takes a map or a set of strings, not "
                + (value.isNull() ? "null" : "a " + type.words()),
            "`toset(…)` makes a set of a list");
      }
    }
    if (count.isPresent() && forEach.isPresent()) {
      find(
          ProofRules.DUPLICATE_DEFINITION,
          forEach.get().pos(),
          "`count` and `for_each` exclude each other",
          "keep one of the two");
    }
  }

  private void dependsOn(Body.Block block, Scope scope) {
    Optional<Expression> stated = block.body().value("depends_on");
    if (stated.isEmpty()) {
      return;
    }
    if (!(stated.get() instanceof Expression.Tuple list)) {
      find(
          ProofRules.WRONG_TYPE, stated.get().pos(), "`depends_on` takes a list of references", "");
      return;
    }
    for (Expression each : list.children()) {
      Optional<String> reference = each.asReference();
      if (reference.isEmpty()) {
        find(ProofRules.WRONG_TYPE, each.pos(), "`depends_on` takes references only", "");
        continue;
      }
      inference.of(each, scope);
      int names = reference.get().split("\\.", -1).length;
      int whole = reference.get().startsWith("data.") ? 3 : 2;
      if (names > whole) {
        find(
            ProofRules.WRONG_TYPE,
            each.pos(),
            "`depends_on` takes whole things: a resource, not one of its attributes",
            "");
      }
    }
  }

  // --- other blocks

  private void provider(Body.Block block) {
    String local = block.labels().get(0);
    Scope scope = Scope.of(path + "provider." + local);
    String source = providers.getOrDefault(local, "hashicorp/" + local);
    if (source.endsWith("hashicorp/aws")) {
      ProviderSchema.aws()
          .find(ProviderSchema.Kind.PROVIDER, AWS)
          .ifPresent(
              schema -> bodies.checkProvider(block, schema, scope, "provider `" + local + "`"));
    } else {
      bodies.visit(block.body(), scope);
    }
  }

  private void check(Body.Block block) {
    Scope scope = Scope.of(path + "check." + block.labels().get(0));
    for (Body.Block nested : block.body().blocks()) {
      if (nested.name().equals("assert")) {
        bodies.check(nested, MetaSchemas.CONDITION, scope, "assert");
      } else if (nested.name().equals("data") && nested.labels().size() == 2) {
        resource(nested, ProviderSchema.Kind.DATA, "data.");
      } else {
        find(
            ProofRules.UNKNOWN_BLOCK,
            nested.pos(),
            "a check takes no block `" + nested.name() + "`",
            Prover.suggestion(nested.name(), List.of("assert", "data")));
      }
    }
    if (block.body().blocks("assert").isEmpty()) {
      find(ProofRules.MISSING_BLOCK, block.pos(), "a check lacks its block `assert`", "");
    }
  }

  private void others() {
    MetaSchemas.UNNAMED.forEach(
        (name, schema) -> {
          for (Body.Block block : module.unnamed(name)) {
            bodies.checkUnevaluated(block, schema, "`" + name + "`");
          }
        });
    for (Body.Block block : module.unnamed("terraform")) {
      Optional<Expression> version = block.body().value("required_version");
      if (version.isPresent() && version.get().asText().isEmpty()) {
        find(
            ProofRules.WRONG_TYPE,
            version.get().pos(),
            "`required_version` takes text that is written out",
            "write such as `\">= 1.11\"`");
      }
    }
    for (Body.Block block : module.unnamed("import")) {
      block
          .body()
          .value("id")
          .ifPresent(
              id -> {
                Scope scope =
                    Scope.of(path + "import")
                        .repeated(block.body().value("for_each").isPresent(), false);
                inference.require(inference.of(id, scope), Simple.STRING, id.pos(), "`id`", scope);
              });
    }
  }

  // --- references

  @Override
  public Static resolve(Expression.Name name, List<Step> steps, Scope scope, Inference unused) {
    return switch (name.name()) {
      case "var" -> variableReference(name, steps, scope);
      case "local" -> localReference(name, steps, scope);
      case "module" -> moduleReference(name, steps, scope);
      case "data" -> resourceReference(name, "data", steps, scope);
      case "ephemeral" -> Static.ANY;
      case "each" -> special(name, steps, scope, scope.each(), Set.of("key", "value"), "for_each");
      case "count" -> special(name, steps, scope, scope.count(), Set.of("index"), "count");
      case "self" -> {
        if (!scope.self()) {
          find(
              ProofRules.UNKNOWN_REFERENCE,
              name.pos(),
              "`self` is known in provisioners, connections and postconditions only",
              "");
        }
        yield Static.ANY;
      }
      case "path" -> special(name, steps, scope, true, Set.of("module", "root", "cwd"), "");
      case "terraform" -> special(name, steps, scope, true, Set.of("workspace", "applying"), "");
      default -> resourceReference(name, "resource", steps, scope);
    };
  }

  private Static unknownReference(Pos pos, String what, String hint) {
    if (module.json() > 0) {
      return Static.ANY;
    }
    find(ProofRules.UNKNOWN_REFERENCE, pos, what, hint);
    return Static.ANY;
  }

  /** The name that follows {@code var}, {@code local} and their like; null where there is none. */
  private @Nullable Step first(Expression.Name name, List<Step> steps) {
    if (steps.isEmpty() || steps.get(0).index() || steps.get(0).splat()) {
      unknownReference(name.pos(), "`" + name.name() + "` needs a name behind it", "");
      return null;
    }
    return steps.get(0);
  }

  private Static variableReference(Expression.Name name, List<Step> steps, Scope scope) {
    Step first = first(name, steps);
    if (first == null) {
      return Static.ANY;
    }
    Body.Block declared = module.find("variable", first.name());
    if (declared == null) {
      return unknownReference(
          first.pos(),
          "there is no variable `" + first.name() + "` in this module",
          Prover.suggestion(first.name(), module.names("variable")));
    }
    dependencies.add(scope.node(), path + "var." + first.name(), first.pos());
    Type type = variableTypes.getOrDefault(first.name(), Simple.ANY);
    return inference.walk(Static.unknown(type), steps.subList(1, steps.size()), scope);
  }

  private Static localReference(Expression.Name name, List<Step> steps, Scope scope) {
    Step first = first(name, steps);
    if (first == null) {
      return Static.ANY;
    }
    if (!module.locals().containsKey(first.name())) {
      return unknownReference(
          first.pos(),
          "there is no local value `" + first.name() + "` in this module",
          Prover.suggestion(first.name(), module.locals().keySet()));
    }
    dependencies.add(scope.node(), path + "local." + first.name(), first.pos());
    return inference.walk(local(first.name()), steps.subList(1, steps.size()), scope);
  }

  private Static moduleReference(Expression.Name name, List<Step> steps, Scope scope) {
    Step first = first(name, steps);
    if (first == null) {
      return Static.ANY;
    }
    Body.Block declared = module.find("module", first.name());
    if (declared == null) {
      return unknownReference(
          first.pos(),
          "there is no module `" + first.name() + "` here",
          Prover.suggestion(first.name(), module.names("module")));
    }
    Instance child = children.get(first.name());
    String prefix = path + "module." + first.name() + ".";
    boolean many = isRepeated(declared);
    List<Step> rest = steps.subList(1, steps.size());
    if (rest.isEmpty()) {
      dependencies.add(scope.node(), prefix + "(close)", first.pos());
      return Static.ANY;
    }
    if (many && rest.get(0).index()) {
      rest = rest.subList(1, rest.size());
    } else if (many && !rest.get(0).splat()) {
      return unknownReference(
          rest.get(0).pos(),
          "module `" + first.name() + "` is repeated: say which one is meant",
          "write `module." + first.name() + "[…]." + rest.get(0).name() + "`");
    } else if (!many && rest.get(0).index() && !rest.get(0).dynamic()) {
      return unknownReference(
          rest.get(0).pos(), "module `" + first.name() + "` is not repeated", "");
    }
    if (rest.isEmpty() || rest.get(0).splat() || rest.get(0).index() || child == null) {
      dependencies.add(scope.node(), prefix + "(close)", first.pos());
      return Static.ANY;
    }
    Step output = rest.get(0);
    if (child.module.find("output", output.name()) == null) {
      return unknownReference(
          output.pos(),
          "module `" + first.name() + "` has no output `" + output.name() + "`",
          Prover.suggestion(output.name(), child.module.names("output")));
    }
    dependencies.add(scope.node(), prefix + "output." + output.name(), output.pos());
    return Static.ANY;
  }

  private static boolean isRepeated(Body.Block block) {
    return block.body().value("count").isPresent() || block.body().value("for_each").isPresent();
  }

  private Static special(
      Expression.Name name,
      List<Step> steps,
      Scope scope,
      boolean there,
      Set<String> members,
      String by) {
    if (!there) {
      return unknownReference(
          name.pos(), "`" + name.name() + "` is known only where `" + by + "` is set", "");
    }
    Step first = first(name, steps);
    if (first == null) {
      return Static.ANY;
    }
    if (!members.contains(first.name())) {
      return unknownReference(
          first.pos(),
          "`" + name.name() + "` has no `" + first.name() + "`",
          Prover.suggestion(first.name(), members));
    }
    if (first.name().equals("value")) {
      return Static.ANY;
    }
    Type type = first.name().equals("index") ? Simple.NUMBER : Simple.STRING;
    return inference.walk(Static.unknown(type), steps.subList(1, steps.size()), scope);
  }

  private Static resourceReference(
      Expression.Name name, String kind, List<Step> steps, Scope scope) {
    boolean data = kind.equals("data");
    int labels = data ? 2 : 1;
    boolean named = steps.size() >= labels;
    for (int i = 0; named && i < labels; i++) {
      named = !steps.get(i).index() && !steps.get(i).splat();
    }
    if (!named) {
      return unknownReference(
          name.pos(),
          "`" + name.name() + "` is nothing that is known here",
          "text is quoted; a reference names a type and a label");
    }
    String type = data ? steps.get(0).name() : name.name();
    Step label = steps.get(labels - 1);
    Body.Block declared = module.find(kind, type + "." + label.name());
    if (declared == null) {
      return unknownReference(
          label.pos(),
          "there is no "
              + (data ? "data source" : "resource")
              + " `"
              + type
              + "."
              + label.name()
              + "` in this module",
          Prover.suggestion(type + "." + label.name(), module.names(kind)));
    }
    String node = path + (data ? "data." : "") + type + "." + label.name();
    dependencies.add(scope.node(), node, label.pos());
    List<Step> rest = steps.subList(labels, steps.size());
    boolean many = isRepeated(declared);
    if (rest.isEmpty()) {
      return Static.ANY;
    }
    if (many && rest.get(0).index()) {
      if (rest.get(0).dynamic()) {
        return Static.ANY;
      }
      rest = rest.subList(1, rest.size());
    } else if (many && !rest.get(0).splat()) {
      return unknownReference(
          rest.get(0).pos(),
          "`" + type + "." + label.name() + "` is repeated: say which one is meant",
          "write `" + type + "." + label.name() + "[…]." + rest.get(0).name() + "`");
    } else if (!many && rest.get(0).index() && !rest.get(0).dynamic()) {
      return unknownReference(
          rest.get(0).pos(), "`" + type + "." + label.name() + "` is not repeated", "");
    }
    Optional<BlockSchema> schema =
        isAws(declared)
            ? ProviderSchema.aws()
                .find(data ? ProviderSchema.Kind.DATA : ProviderSchema.Kind.RESOURCE, type)
            : Optional.empty();
    if (schema.isPresent()) {
      // Terraform checks the path however the expression is used; the value is known to nobody yet.
      Scope strict = new Scope(scope.node(), false, false, false, false, Map.of());
      inference.walk(Static.unknown(new Type.Block(schema.get())), upToUnknown(rest), strict);
    }
    return Static.ANY;
  }

  /** The steps before the first that only a run can take. */
  private static List<Step> upToUnknown(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).dynamic() || steps.get(i).splat()) {
        return steps.subList(0, i);
      }
    }
    return steps;
  }
}
