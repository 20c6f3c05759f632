package io.terraplen.proof;

import io.terraplen.finding.RuleInfo;
import io.terraplen.hcl.Body;
import io.terraplen.hcl.Expression;
import io.terraplen.schema.BlockSchema;
import io.terraplen.schema.Type;
import io.terraplen.text.Pos;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the bodies of blocks against their schemas. */
final class Bodies {

  /** What every resource and data source takes, whatever its type. */
  private static final Set<String> META = Set.of("count", "for_each", "depends_on", "provider");

  private static final Set<String> PROVIDER_META = Set.of("alias", "version");

  /** Arguments that state types or addresses: nothing to evaluate. */
  private static final Set<String> UNEVALUATED = Set.of("type", "depends_on");

  private final Inference inference;
  private final Report report;

  Bodies(Inference inference, Report report) {
    this.inference = inference;
    this.report = report;
  }

  /** A block of Terraform's own. */
  void check(Body.Block block, BlockSchema schema, Scope scope, String what) {
    body(block, schema, scope, what, UNEVALUATED, Set.of(), true);
  }

  /** A block of Terraform's own whose arguments are no values. */
  void checkUnevaluated(Body.Block block, BlockSchema schema, String what) {
    body(block, schema, Scope.of(what), what, Set.of(), Set.of(), false);
  }

  void checkProvider(Body.Block block, BlockSchema schema, Scope scope, String what) {
    body(block, schema, scope, what, PROVIDER_META, Set.of(), true);
  }

  void checkResource(
      Body.Block block, BlockSchema schema, Scope scope, String what, boolean managed) {
    Set<String> blocks =
        managed ? Set.of("lifecycle", "connection", "provisioner") : Set.of("lifecycle");
    body(block, schema, scope, what, META, blocks, true);
    for (Body.Block each : block.body().blocks()) {
      switch (each.name()) {
        case "lifecycle" -> lifecycle(each, scope, managed);
        case "connection", "provisioner" -> {
          if (managed) {
            visit(each.body(), scope.withSelf());
          }
        }
        default -> {}
      }
    }
  }

  private void lifecycle(Body.Block block, Scope scope, boolean managed) {
    BlockSchema schema = managed ? MetaSchemas.LIFECYCLE : MetaSchemas.DATA_LIFECYCLE;
    body(block, schema, scope, "`lifecycle`", schema.attributes().keySet(), Set.of(), false);
    for (Body.Attribute each : block.body().attributes()) {
      boolean flag =
          each.name().equals("create_before_destroy") || each.name().equals("prevent_destroy");
      if (flag
          && !(Conversion.refusal(inference.of(each.value(), scope), Type.Simple.BOOL) == null)) {
        find(
            ProofRules.WRONG_TYPE,
            each.value().pos(),
            "`" + each.name() + "` takes `true` or `false`",
            "");
      }
    }
    for (Body.Block each : block.body().blocks()) {
      if (each.name().equals("precondition") || each.name().equals("postcondition")) {
        Scope seen = each.name().equals("postcondition") ? scope.withSelf() : scope;
        body(each, MetaSchemas.CONDITION, seen, "`" + each.name() + "`", Set.of(), Set.of(), true);
      }
    }
  }

  /** Follows the references of a body whose schema is not known. */
  void visit(Body body, Scope scope) {
    for (Body.Attribute each : body.attributes()) {
      if (!META.contains(each.name())) {
        inference.of(each.value(), scope);
      }
    }
    for (Body.Block block : body.blocks()) {
      if (block.name().equals("lifecycle")) {
        continue;
      }
      if (block.name().equals("dynamic") && block.labels().size() == 1) {
        Scope inner = dynamicScope(block, scope);
        for (Body.Block content : block.body().blocks("content")) {
          visit(content.body(), inner);
        }
      } else {
        visit(block.body(), scope);
      }
    }
  }

  private void find(RuleInfo rule, Pos pos, String message, String hint) {
    report.add(rule, pos, message, hint);
  }

  private void body(
      Body.Block block,
      BlockSchema schema,
      Scope scope,
      String what,
      Set<String> meta,
      Set<String> metaBlocks,
      boolean evaluates) {
    Body body = block.body();
    if (schema.opaque()) {
      if (evaluates) {
        visit(body, scope);
      }
      return;
    }
    Set<String> present = new HashSet<>();
    Map<String, List<Body.Block>> blocks = new LinkedHashMap<>();
    Set<String> dynamic = new HashSet<>();
    Map<String, Pos> attributes = new HashMap<>();
    for (Body.Element element : body.elements()) {
      if (element instanceof Body.Attribute attribute) {
        Pos earlier = attributes.putIfAbsent(attribute.name(), attribute.pos());
        if (earlier != null) {
          find(
              ProofRules.DUPLICATE_DEFINITION,
              attribute.pos(),
              "`" + attribute.name() + "` is set twice",
              "the first stands at " + earlier);
          continue;
        }
        present.add(attribute.name());
        attribute(attribute, schema, scope, what, meta, evaluates);
      } else if (element instanceof Body.Block nested) {
        if (nested.name().equals("dynamic") && evaluates) {
          String name = nested.labels().isEmpty() ? "" : nested.labels().get(0);
          dynamic.add(name);
          dynamic(nested, name, schema, scope, what);
        } else if (!metaBlocks.contains(nested.name())) {
          blocks.computeIfAbsent(nested.name(), each -> new ArrayList<>()).add(nested);
          nested(nested, schema, scope, what, evaluates);
        }
      }
    }
    schema
        .attributes()
        .forEach(
            (name, attribute) -> {
              if (attribute.required()
                  && !present.contains(name)
                  && !blocks.containsKey(name)
                  && !dynamic.contains(name)) {
                find(
                    ProofRules.MISSING_ARGUMENT,
                    block.pos(),
                    what + " lacks the argument `" + name + "`",
                    "write `" + name + " = …`");
              }
            });
    schema
        .blocks()
        .forEach(
            (name, nested) ->
                count(block, what, name, nested, blocks.getOrDefault(name, List.of()), dynamic));
  }

  private void count(
      Body.Block block,
      String what,
      String name,
      BlockSchema.Nested nested,
      List<Body.Block> found,
      Set<String> dynamic) {
    if (found.size() < nested.least() && !dynamic.contains(name)) {
      find(
          ProofRules.MISSING_BLOCK,
          block.pos(),
          what + " lacks the block `" + name + "`",
          "write `" + name + " { … }`");
    }
    int most = nested.mode() == BlockSchema.Mode.SINGLE ? 1 : nested.most();
    if (most > 0 && found.size() > most) {
      find(
          ProofRules.BLOCK_COUNT,
          found.get(most).pos(),
          "there may be "
              + (most == 1 ? "one block" : most + " blocks")
              + " `"
              + name
              + "` here, not "
              + found.size(),
          "");
    }
  }

  private void attribute(
      Body.Attribute attribute,
      BlockSchema schema,
      Scope scope,
      String what,
      Set<String> meta,
      boolean evaluates) {
    String name = attribute.name();
    BlockSchema.Attribute known = schema.attributes().get(name);
    boolean evaluated = evaluates && known != null && !meta.contains(name);
    Static value = evaluated ? inference.of(attribute.value(), scope) : Static.ANY;
    if (known == null) {
      if (meta.contains(name)) {
        return;
      }
      if (schema.blocks().containsKey(name)) {
        find(
            ProofRules.UNKNOWN_ARGUMENT,
            attribute.pos(),
            "`" + name + "` is a block in " + what + ", no argument",
            "write `" + name + " { … }`");
      } else {
        find(
            ProofRules.UNKNOWN_ARGUMENT,
            attribute.pos(),
            what + " takes no argument `" + name + "`",
            Prover.suggestion(name, schema.names()));
      }
      return;
    }
    if (known.isReadOnly()) {
      find(
          ProofRules.COMPUTED_ARGUMENT,
          attribute.pos(),
          "`" + name + "` is set by AWS, it cannot be given",
          "take this line away");
      return;
    }
    if (evaluated) {
      inference.require(value, known.type(), attribute.value().pos(), "`" + name + "`", scope);
      if (name.equals("condition") && schema.attributes().containsKey("error_message")) {
        refers(attribute.value());
      }
    }
  }

  /** A condition that asks nothing is refused, as Terraform does. */
  private void refers(Expression condition) {
    boolean[] found = new boolean[1];
    condition.walk(each -> found[0] |= each instanceof Expression.Name);
    if (!found[0]) {
      find(
          ProofRules.UNKNOWN_REFERENCE,
          condition.pos(),
          "this condition refers to nothing, so it checks nothing",
          "");
    }
  }

  private void nested(
      Body.Block nested, BlockSchema schema, Scope scope, String what, boolean evaluates) {
    String name = nested.name();
    Optional<BlockSchema> inner = blockSchema(schema, name);
    if (inner.isEmpty()) {
      unknown(nested, name, schema, what);
      return;
    }
    body(nested, inner.get(), scope, "`" + name + "`", Set.of(), Set.of(), evaluates);
  }

  private void unknown(Body.Block nested, String name, BlockSchema schema, String what) {
    if (schema.attributes().containsKey(name)) {
      find(
          ProofRules.UNKNOWN_BLOCK,
          nested.pos(),
          "`" + name + "` is an argument in " + what + ", no block",
          "write `" + name + " = …`");
    } else {
      find(
          ProofRules.UNKNOWN_BLOCK,
          nested.pos(),
          what + " takes no block `" + name + "`",
          Prover.suggestion(name, schema.names()));
    }
  }

  /** The schema of a block inside; a list or set of objects may be written as blocks too. */
  private static Optional<BlockSchema> blockSchema(BlockSchema schema, String name) {
    BlockSchema.Nested nested = schema.blocks().get(name);
    if (nested != null) {
      return Optional.of(nested.block());
    }
    BlockSchema.Attribute attribute = schema.attributes().get(name);
    if (attribute != null
        && attribute.type() instanceof Type.Collection collection
        && !collection.is(Type.Kind.MAP)
        && collection.element() instanceof Type.Obj object) {
      Map<String, BlockSchema.Attribute> members = new LinkedHashMap<>();
      object
          .attributes()
          .forEach(
              (member, type) ->
                  members.put(member, new BlockSchema.Attribute(type, false, true, false)));
      return Optional.of(new BlockSchema(members, Map.of(), false));
    }
    return Optional.empty();
  }

  // --- dynamic blocks

  private void dynamic(
      Body.Block block, String name, BlockSchema schema, Scope scope, String what) {
    if (block.labels().size() != 1) {
      find(
          ProofRules.UNKNOWN_BLOCK,
          block.pos(),
          "a dynamic block takes one label: the type of the blocks that it makes",
          "");
      return;
    }
    Optional<BlockSchema> inner = blockSchema(schema, name);
    if (inner.isEmpty()) {
      unknown(block, name, schema, what);
    }
    Optional<Expression> forEach = block.body().value("for_each");
    if (forEach.isEmpty()) {
      find(
          ProofRules.MISSING_ARGUMENT,
          block.pos(),
          "the dynamic block `" + name + "` lacks the argument `for_each`",
          "write `for_each = …`");
    } else {
      Static value = inference.of(forEach.get(), scope);
      if (value.isPrimitive() || value.isNull()) {
        find(
            ProofRules.WRONG_TYPE,
            forEach.get().pos(),
            "`for_each` takes a list, set, map or object",
            "");
      }
    }
    for (Body.Attribute each : block.body().attributes()) {
      if (!Set.of("for_each", "iterator", "labels").contains(each.name())) {
        find(
            ProofRules.UNKNOWN_ARGUMENT,
            each.pos(),
            "a dynamic block takes no argument `" + each.name() + "`",
            "arguments of the blocks that it makes stand in `content { … }`");
      }
    }
    List<Body.Block> contents = block.body().blocks("content");
    if (contents.size() != 1) {
      find(
          contents.isEmpty() ? ProofRules.MISSING_BLOCK : ProofRules.BLOCK_COUNT,
          block.pos(),
          "a dynamic block has one block `content`, not " + contents.size(),
          "");
    }
    for (Body.Block each : block.body().blocks()) {
      if (!each.name().equals("content")) {
        find(
            ProofRules.UNKNOWN_BLOCK,
            each.pos(),
            "a dynamic block takes no block `" + each.name() + "`",
            "it belongs into `content { … }`");
      }
    }
    Scope made = dynamicScope(block, scope);
    for (Body.Block content : contents) {
      if (inner.isPresent()) {
        body(content, inner.get(), made, "`" + name + "`", Set.of(), Set.of(), true);
      }
    }
  }

  /** What the content of a dynamic block sees: an object by the iterator's name, else its label. */
  private static Scope dynamicScope(Body.Block block, Scope scope) {
    String name =
        block
            .body()
            .value("iterator")
            .flatMap(Expression::asReference)
            .orElse(block.labels().get(0));
    Map<String, Static> members = new LinkedHashMap<>();
    members.put("key", Static.ANY);
    members.put("value", Static.ANY);
    return scope.with(name, Static.members(members));
  }
}
