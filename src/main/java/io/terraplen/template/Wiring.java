package io.terraplen.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Where modules meet. Views ask a {@link Scope} for references; a reference that leaves its module
 * declares, in the same call, the output over there, the variable here and the argument in the root
 * module that joins them. So these files hold what is used, and nothing is spelled twice.
 *
 * <p>Complete only once every view has been made: {@code outputs.tf}, {@code variables.tf} and the
 * root's {@code main.tf} are rendered last.
 */
public final class Wiring {

  /** The root module's name. */
  public static final String ROOT = "";

  /** The modules, each depending only on those before it. */
  public static final List<String> MODULES = List.of("network", "data", "app", ROOT);

  /**
   * An output of a module.
   *
   * @param sensitive whether Terraform must not print the value
   */
  public record Output(String name, String description, Ref value, boolean sensitive) {}

  /** A variable of a module; {@code type} is code, as in {@code type = list(string)}. */
  public record Variable(String name, Ref type, String description, boolean sensitive) {}

  /** An argument of the root's block for a module: what the variable of this name gets. */
  public record Argument(String name, Ref value) {}

  private final Map<String, Map<String, Output>> outputs = perModule();
  private final Map<String, Map<String, Variable>> variables = perModule();
  private final Map<String, Map<String, Argument>> arguments = perModule();
  private final Set<Address> targets = new TreeSet<>();

  private static <T> Map<String, Map<String, T>> perModule() {
    Map<String, Map<String, T>> map = new LinkedHashMap<>();
    MODULES.forEach(module -> map.put(module, new TreeMap<>()));
    return map;
  }

  /** The view of a module on all blocks: its own directly, those of earlier modules by variable. */
  public Scope from(String module) {
    order(module);
    return new Scope(module);
  }

  /**
   * Declares an output of the root module, for people: the value refers to blocks through {@code
   * from(ROOT)}.
   *
   * @throws IllegalStateException if the name is taken by another value
   */
  public void rootOutput(String name, String description, Ref value) {
    declare(outputs, ROOT, name, new Output(name, description, value, false), Output::value);
  }

  /** A module's outputs by name. */
  public List<Output> outputs(String module) {
    return List.copyOf(of(outputs, module).values());
  }

  /** A module's variables by name. */
  public List<Variable> variables(String module) {
    return List.copyOf(of(variables, module).values());
  }

  /** What the root passes to a module, by name: one for each of its variables. */
  public List<Argument> arguments(String module) {
    return List.copyOf(of(arguments, module).values());
  }

  /** Every block that was referred to: each must be rendered, or the reference leads nowhere. */
  public Set<Address> targets() {
    return Collections.unmodifiableSet(targets);
  }

  private static <T> Map<String, T> of(Map<String, Map<String, T>> declared, String module) {
    order(module);
    return declared.get(module);
  }

  private static int order(String module) {
    int order = MODULES.indexOf(module);
    if (order < 0) {
      throw new IllegalArgumentException("there is no module `" + module + "`");
    }
    return order;
  }

  private static <T> void declare(
      Map<String, Map<String, T>> declared,
      String module,
      String name,
      T declaration,
      Function<T, Ref> content) {
    T earlier = of(declared, module).putIfAbsent(name, declaration);
    if (earlier != null && !content.apply(earlier).equals(content.apply(declaration))) {
      throw new IllegalStateException(
          "two things are called `"
              + name
              + "` in "
              + titled(module)
              + ": "
              + earlier
              + " and "
              + declaration);
    }
  }

  private static String titled(String module) {
    return module.isEmpty() ? "the root module" : "module `" + module + "`";
  }

  /** One module's way to refer to blocks. */
  public final class Scope {

    private final String module;

    private Scope(String module) {
      this.module = module;
    }

    public String module() {
      return module;
    }

    /**
     * A reference to a block's attribute; if the block lies in another module, the output's name
     * follows from label, kind and attribute: {@code vpc_id}, {@code openai_secret_arn}.
     *
     * @throws IllegalStateException if the block's module depends on this one, or the name of the
     *     output means something else already
     */
    public Ref ref(Address target, String attribute) {
      String name = isHere(target) ? "" : OutputNames.nameOf(target, attribute);
      return ref(name, target, attribute);
    }

    /**
     * The same under a given name, needed where the attribute is nested: {@code
     * master_user_secret[0].secret_arn}. Within a module the name is not used.
     */
    public Ref ref(String outputName, Address target, String attribute) {
      Ref value = take(target, attribute);
      if (isHere(target)) {
        return value;
      }
      return across(
          target.module(),
          new Output(
              outputName,
              OutputNames.describe(target, attribute),
              value,
              OutputNames.isSensitive(target, attribute)),
          OutputNames.typeOf(attribute));
    }

    /**
     * A list of one attribute of several blocks. If all lie in one other module, it is a single
     * output of type {@code list(string)}; if they are spread, each crosses by its own name.
     */
    public Ref refs(String outputName, List<Address> targets, String attribute) {
      List<String> modules = targets.stream().map(Address::module).distinct().toList();
      if (modules.size() != 1 || modules.get(0).equals(module)) {
        return Ref.list(targets.stream().map(target -> ref(target, attribute)).toList());
      }
      List<Ref> values = new ArrayList<>();
      targets.forEach(target -> values.add(take(target, attribute)));
      return across(
          modules.get(0),
          new Output(
              outputName,
              OutputNames.describe(targets, attribute),
              Ref.list(values),
              targets.stream().anyMatch(t -> OutputNames.isSensitive(t, attribute))),
          "list(" + OutputNames.typeOf(attribute) + ")");
    }

    /**
     * A block of this module as a whole, for {@code depends_on}.
     *
     * @throws IllegalStateException if the block lies in another module
     */
    public Ref block(Address target) {
      if (!isHere(target)) {
        throw new IllegalStateException(
            titled(module) + " cannot name `" + target + "` as a whole: only its attributes cross");
      }
      targets.add(target);
      return Ref.traversal(target.local());
    }

    /** The blocks of this module as wholes, for {@code depends_on}. */
    public Ref blocks(Collection<Address> targets) {
      return Ref.list(targets.stream().map(this::block).toList());
    }

    private boolean isHere(Address target) {
      return target.module().equals(module);
    }

    private Ref take(Address target, String attribute) {
      if (order(target.module()) > order(module)) {
        throw new IllegalStateException(
            titled(module)
                + " cannot refer to `"
                + target
                + "`: "
                + titled(target.module())
                + " depends on it");
      }
      targets.add(target);
      return Ref.traversal(target.local() + "." + OutputNames.checkedAttribute(attribute));
    }

    private Ref across(String source, Output output, String type) {
      if (!Hcl.isIdentifier(output.name())) {
        throw new IllegalArgumentException("`" + output.name() + "` is no name of an output");
      }
      declare(outputs, source, output.name(), output, Output::value);
      Ref exported = Ref.traversal("module." + source + "." + output.name());
      if (module.equals(ROOT)) {
        return exported;
      }
      String name = source + "_" + output.name();
      declare(
          variables,
          module,
          name,
          new Variable(name, Ref.code(type), output.description(), output.sensitive()),
          Variable::type);
      declare(arguments, module, name, new Argument(name, exported), Argument::value);
      return Ref.traversal("var." + name);
    }
  }
}
