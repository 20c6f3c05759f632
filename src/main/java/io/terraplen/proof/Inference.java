package io.terraplen.proof;

import io.terraplen.finding.RuleInfo;
import io.terraplen.hcl.Expression;
import io.terraplen.schema.Functions;
import io.terraplen.schema.Type;
import io.terraplen.schema.Type.Simple;
import io.terraplen.text.Pos;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types the expressions of one module, and follows each reference to what it names. */
final class Inference {

  /** A list that is written out and longer than this is not gone through. */
  private static final int LONGEST = 200;

  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
  private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
  private static final Set<String> LENIENT = Set.of("try", "can");

  private final References references;
  private final Report report;

  Inference(References references, Report report) {
    this.references = references;
    this.report = report;
  }

  private void find(RuleInfo rule, Pos pos, Scope scope, String message, String hint) {
    if (!scope.lenient()) {
      report.add(rule, pos, message, hint);
    }
  }

  /** What can be said of an expression; what is wrong inside is reported. */
  Static of(Expression expression, Scope scope) {
    if (expression instanceof Expression.Literal literal) {
      Object value = literal.value();
      if (value == null) {
        return Static.NULL;
      }
      return Static.known(
          value instanceof BigDecimal ? Simple.NUMBER : Simple.BOOL, literal.spelling());
    } else if (expression instanceof Expression.Text text) {
      return Static.known(Simple.STRING, text.text());
    } else if (expression instanceof Expression.Template template) {
      return template(template, scope);
    } else if (expression instanceof Expression.Parentheses parentheses) {
      return of(parentheses.inner(), scope);
    } else if (expression instanceof Expression.Tuple tuple) {
      return Static.items(tuple.children().stream().map(each -> of(each, scope)).toList());
    } else if (expression instanceof Expression.Mapping mapping) {
      return mapping(mapping, scope);
    } else if (expression instanceof Expression.Call call) {
      return call(call, scope);
    } else if (expression instanceof Expression.Operation operation) {
      return operation(operation, scope);
    } else if (expression instanceof Expression.Conditional conditional) {
      return conditional(conditional, scope);
    } else if (expression instanceof Expression.For each) {
      return each(each, scope);
    } else if (expression instanceof Expression.Directive directive) {
      directive.children().forEach(child -> of(child, scope));
      return Static.unknown(Simple.STRING);
    } else if (expression instanceof Expression.Broken) {
      return Static.ANY;
    }
    return traversal(expression, scope);
  }

  // --- text

  private Static template(Expression.Template template, Scope scope) {
    List<Expression> parts = template.parts();
    if (parts.size() == 1
        && !(parts.get(0) instanceof Expression.Text)
        && !(parts.get(0) instanceof Expression.Directive)) {
      return of(parts.get(0), scope);
    }
    Optional<String> plain = template.asText();
    if (plain.isPresent()) {
      return Static.known(Simple.STRING, plain.get());
    }
    // A `for` directive's variables hold until its `endfor`.
    List<Scope> scopes = new ArrayList<>(List.of(scope));
    StringBuilder text = new StringBuilder();
    boolean known = true;
    for (Expression part : parts) {
      Scope inner = scopes.get(scopes.size() - 1);
      if (part instanceof Expression.Directive directive) {
        known = false;
        Static asked = Static.ANY;
        for (Expression child : directive.children()) {
          asked = of(child, inner);
        }
        if (directive.keyword().equals("for")) {
          Scope bound = inner;
          for (String name : directive.variables()) {
            bound = bound.with(name, Static.ANY);
          }
          scopes.add(bound);
        } else if (directive.keyword().equals("endfor") && scopes.size() > 1) {
          scopes.remove(scopes.size() - 1);
        } else if (directive.keyword().equals("if")) {
          require(asked, Simple.BOOL, directive.pos(), "the condition", inner);
        }
        continue;
      }
      Static value = of(part, inner);
      if (!value.isAny() && !value.isPrimitive()) {
        find(
            ProofRules.WRONG_TYPE,
            part.pos(),
            inner,
            "a text cannot hold this value: it has parts",
            "name one of its parts, or use `jsonencode`");
      }
      if (value.text() == null) {
        known = false;
      } else {
        text.append(value.text());
      }
    }
    return known ? Static.known(Simple.STRING, text.toString()) : Static.unknown(Simple.STRING);
  }

  // --- collections

  private Static mapping(Expression.Mapping mapping, Scope scope) {
    Map<String, Static> members = new LinkedHashMap<>();
    boolean known = true;
    for (Expression.Entry entry : mapping.entries()) {
      Optional<String> name = entry.name();
      if (name.isEmpty()) {
        Static key = of(entry.key(), scope);
        name = Optional.ofNullable(key.text());
        if (!key.isAny() && !key.isPrimitive()) {
          find(ProofRules.WRONG_TYPE, entry.key().pos(), scope, "a key must be a string", "");
        }
      }
      Static value = of(entry.value(), scope);
      if (name.isPresent()) {
        members.put(name.get(), value);
      } else {
        known = false;
      }
    }
    return known ? Static.members(members) : Static.ANY;
  }

  private Static each(Expression.For expression, Scope scope) {
    Static in = of(expression.in(), scope);
    if (in.isPrimitive() && !in.isNull()) {
      find(
          ProofRules.WRONG_TYPE,
          expression.in().pos(),
          scope,
          "a for expression goes through a list, set, map or object, not a " + in.type().words(),
          "");
    }
    if (expression.condition() == null
        && expression.key() == null
        && in.items() != null
        && in.items().size() <= LONGEST) {
      List<Static> made = new ArrayList<>();
      for (int i = 0; i < in.items().size(); i++) {
        Scope inner =
            bind(
                expression,
                scope,
                Static.known(Simple.NUMBER, String.valueOf(i)),
                in.items().get(i));
        made.add(of(expression.value(), inner));
      }
      return Static.items(made);
    }
    Scope inner = bind(expression, scope, Static.ANY, element(in));
    if (expression.key() != null) {
      of(expression.key(), inner);
    }
    of(expression.value(), inner);
    if (expression.condition() != null) {
      require(
          of(expression.condition(), inner),
          Simple.BOOL,
          expression.condition().pos(),
          "the condition",
          inner);
    }
    return Static.ANY;
  }

  private static Scope bind(Expression.For expression, Scope scope, Static key, Static value) {
    List<String> names = expression.variables();
    return names.size() > 1
        ? scope.with(names.get(0), key).with(names.get(1), value)
        : scope.with(names.get(0), value);
  }

  private static Static element(Static in) {
    return in.type() instanceof Type.Collection collection
        ? Static.unknown(collection.element())
        : Static.ANY;
  }

  // --- functions and operators

  private Static call(Expression.Call call, Scope outer) {
    Scope scope = LENIENT.contains(call.function()) ? outer.asLenient() : outer;
    List<Static> arguments = new ArrayList<>();
    for (Expression child : call.children()) {
      arguments.add(of(child, scope));
    }
    if (call.function().startsWith("provider::")) {
      return Static.ANY;
    }
    Optional<Functions.Signature> found = Functions.find(call.function());
    if (found.isEmpty()) {
      report.add(
          ProofRules.UNKNOWN_FUNCTION,
          call.pos(),
          "there is no function `" + call.function() + "`",
          Prover.suggestion(call.function(), Functions.names()));
      return Static.ANY;
    }
    Functions.Signature signature = found.get();
    if (!call.expands()) {
      int least = signature.parameters().size();
      if (arguments.size() < least || (arguments.size() > least && signature.more() == null)) {
        find(
            ProofRules.UNKNOWN_FUNCTION,
            call.pos(),
            outer,
            "`"
                + call.function()
                + "` takes "
                + (signature.more() == null ? "" : "at least ")
                + least
                + (least == 1 ? " argument" : " arguments")
                + ", not "
                + arguments.size(),
            "");
        return Static.ANY;
      }
      for (int i = 0; i < arguments.size(); i++) {
        Type wanted = i < least ? signature.parameters().get(i) : signature.more();
        if (wanted != null) {
          require(
              arguments.get(i),
              wanted,
              call.children().get(i).pos(),
              "argument " + (i + 1) + " of `" + call.function() + "`",
              scope);
        }
      }
    }
    return result(call.function(), signature, arguments);
  }

  private static Static result(
      String function, Functions.Signature signature, List<Static> arguments) {
    Type result = signature.result();
    if (result instanceof Type.Collection) {
      // `tolist` and its like are known by what they are given.
      boolean generic = result instanceof Type.Collection made && made.element() == Simple.ANY;
      if (generic && arguments.size() == 1 && arguments.get(0).isAny()) {
        return Static.ANY;
      }
    }
    return function.equals("nonsensitive") || function.equals("sensitive")
        ? arguments.isEmpty() ? Static.ANY : arguments.get(0)
        : Static.unknown(result);
  }

  private Static operation(Expression.Operation operation, Scope scope) {
    List<Expression> operands = operation.children();
    List<Static> values = operands.stream().map(each -> of(each, scope)).toList();
    String operator = operation.operator();
    if (operator.equals("==") || operator.equals("!=")) {
      return Static.unknown(Simple.BOOL);
    }
    boolean numbers = ARITHMETIC.contains(operator) || ORDER.contains(operator);
    Type wanted = numbers ? Simple.NUMBER : Simple.BOOL;
    for (int i = 0; i < values.size(); i++) {
      require(
          values.get(i),
          wanted,
          operands.get(i).pos(),
          "what `" + operator + "` is used on",
          scope);
    }
    if (operands.size() == 1 && operator.equals("-") && values.get(0).text() != null) {
      return Static.known(Simple.NUMBER, "-" + values.get(0).text());
    }
    return Static.unknown(ARITHMETIC.contains(operator) ? Simple.NUMBER : Simple.BOOL);
  }

  private Static conditional(Expression.Conditional conditional, Scope scope) {
    require(
        of(conditional.condition(), scope),
        Simple.BOOL,
        conditional.condition().pos(),
        "the condition",
        scope);
    Static yes = of(conditional.yes(), scope);
    Static no = of(conditional.no(), scope);
    if (yes.isNull()) {
      return Static.unknown(no.type());
    }
    if (no.isNull()) {
      return Static.unknown(yes.type());
    }
    if (yes.isAny() || no.isAny()) {
      return Static.ANY;
    }
    if (yes.type() instanceof Simple one && no.type() instanceof Simple other) {
      if (one == other) {
        return Static.unknown(one);
      }
      if (one == Simple.STRING || other == Simple.STRING) {
        return Static.unknown(Simple.STRING);
      }
    }
    boolean bothSimple = yes.isPrimitive() && no.isPrimitive();
    if (bothSimple || yes.isPrimitive() != no.isPrimitive()) {
      find(
          ProofRules.WRONG_TYPE,
          conditional.pos(),
          scope,
          "the two results of this conditional have types that do not meet: "
              + yes.type().words()
              + " and "
              + no.type().words(),
          "");
    }
    return Static.ANY;
  }

  /** Reports a value that does not convert to a type. */
  void require(Static value, Type wanted, Pos pos, String what, Scope scope) {
    String refusal = Conversion.refusal(value, wanted);
    if (refusal != null) {
      find(ProofRules.WRONG_TYPE, pos, scope, what + ": " + refusal, "");
    }
  }

  // --- references

  /** A step from a value to a part of it. */
  record Step(Pos pos, String name, boolean index, boolean splat, boolean dynamic) {}

  private Static traversal(Expression expression, Scope scope) {
    List<Step> steps = new ArrayList<>();
    Expression at = expression;
    while (true) {
      if (at instanceof Expression.Attribute attribute) {
        steps.add(0, new Step(attribute.pos(), attribute.name(), false, false, false));
        at = attribute.of();
      } else if (at instanceof Expression.Splat splat) {
        steps.add(0, new Step(splat.pos(), "*", false, true, false));
        at = splat.of();
      } else if (at instanceof Expression.Index index) {
        Static key = of(index.key(), scope);
        boolean literal =
            index.key() instanceof Expression.Literal || index.key() instanceof Expression.Template;
        String text = literal ? key.text() : null;
        steps.add(0, new Step(index.pos(), text == null ? "" : text, true, false, text == null));
        at = index.of();
      } else {
        break;
      }
    }
    if (at instanceof Expression.Name name) {
      Optional<Static> bound = scope.variable(name.name());
      return bound.isPresent()
          ? walk(bound.get(), steps, scope)
          : references.resolve(name, steps, scope, this);
    }
    return walk(of(at, scope), steps, scope);
  }

  /** Follows steps into a value. */
  Static walk(Static start, List<Step> steps, Scope scope) {
    Static value = start;
    for (Step step : steps) {
      if (step.splat()) {
        // What follows is asked of each element, which is not followed further.
        return Static.ANY;
      }
      value = step.index() ? index(value, step, scope) : attribute(value, step, scope);
      if (value.isAny()) {
        return value;
      }
    }
    return value;
  }

  private Static attribute(Static value, Step step, Scope scope) {
    if (value.isAny()) {
      return Static.ANY;
    }
    Type type = value.type();
    String name = step.name();
    if (value.members() != null && value.members().containsKey(name)) {
      return value.members().getOrDefault(name, Static.ANY);
    }
    if (type instanceof Type.Block block) {
      Type member = block.schema().member(name);
      if (member != null) {
        return Static.unknown(member);
      }
      return missing(step, scope, block.schema().names());
    }
    if (type instanceof Type.Obj object) {
      Type member = object.attributes().get(name);
      return member == null
          ? missing(step, scope, object.attributes().keySet())
          : Static.unknown(member);
    }
    if (type.is(Type.Kind.MAP)) {
      return element(value);
    }
    if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
      return index(value, step, scope);
    }
    String message =
        type.is(Type.Kind.SET)
            ? "a set's elements have no order: `" + name + "` cannot be asked of it"
            : type.is(Type.Kind.LIST) || type instanceof Type.Tuple
                ? "this is a list: `" + name + "` can only be asked of one of its elements"
                : "a " + type.words() + " has no attributes such as `" + name + "`";
    find(
        ProofRules.UNKNOWN_ATTRIBUTE,
        step.pos(),
        scope,
        message,
        type.is(Type.Kind.LIST) ? "write `[0]." + name + "` or `[*]." + name + "`" : "");
    return Static.ANY;
  }

  private Static missing(Step step, Scope scope, Set<String> known) {
    find(
        ProofRules.UNKNOWN_ATTRIBUTE,
        step.pos(),
        scope,
        "there is no attribute `" + step.name() + "` here",
        Prover.suggestion(step.name(), known));
    return Static.ANY;
  }

  private Static index(Static value, Step step, Scope scope) {
    Type type = value.type();
    if (value.isAny()) {
      return Static.ANY;
    }
    if (type.is(Type.Kind.SET) || value.isPrimitive()) {
      find(
          ProofRules.UNKNOWN_ATTRIBUTE,
          step.pos(),
          scope,
          "a " + type.words() + " cannot be indexed",
          "");
      return Static.ANY;
    }
    if (type instanceof Type.Obj object && !step.dynamic()) {
      if (!object.attributes().containsKey(step.name())) {
        return missing(step, scope, object.attributes().keySet());
      }
      return attribute(value, step, scope);
    }
    boolean sequence = type.is(Type.Kind.LIST) || type instanceof Type.Tuple;
    if (sequence && !step.dynamic()) {
      if (!step.name().matches("-?[0-9]+")) {
        find(
            ProofRules.UNKNOWN_ATTRIBUTE,
            step.pos(),
            scope,
            "a list is indexed by a number, not by `" + step.name() + "`",
            "");
        return Static.ANY;
      }
      int number = step.name().length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(step.name());
      if (value.items() != null) {
        if (number < 0 || number >= value.items().size()) {
          find(
              ProofRules.UNKNOWN_ATTRIBUTE,
              step.pos(),
              scope,
              "this list has " + value.items().size() + " elements, none with index " + number,
              "");
          return Static.ANY;
        }
        return value.items().get(number);
      }
    }
    return element(value);
  }
}
