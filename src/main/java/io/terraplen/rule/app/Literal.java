package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.model.Environment;
import io.terraplen.model.Job;
import io.terraplen.model.Parameter;
import io.terraplen.model.Workload;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A text that a descriptor hands to a program: a variable, an argument of a command, a parameter.
 *
 * @param name the variable's or parameter's name; empty for an argument
 */
record Literal(Pointer at, String name, String text) {

  /** All that a person wrote; what a job has from the service it is like stands there. */
  static List<Literal> all(Derived derived) {
    Environment environment = derived.environment();
    List<Literal> literals = new ArrayList<>();
    for (Parameter parameter : environment.all(Parameter.class)) {
      literals.add(new Literal(parameter.at().child("value"), parameter.key(), parameter.value()));
    }
    environment
        .components()
        .all()
        .filter(Workload.class::isInstance)
        .map(Workload.class::cast)
        .forEach(workload -> collect(workload, derived, literals));
    return List.copyOf(literals);
  }

  private static void collect(Workload workload, Derived derived, List<Literal> literals) {
    Workload host = workload instanceof Job job ? derived.graph().host(job) : workload;
    Map<String, String> inherited = host == workload ? Map.of() : env(host);
    Pointer env = workload.at().child("env");
    env(workload)
        .forEach(
            (name, text) -> {
              if (!text.equals(inherited.get(name))) {
                literals.add(new Literal(env.child(name), name, text));
              }
            });
    List<String> command = Objects.requireNonNullElse(workload.command(), List.of());
    for (int i = 0; i < command.size(); i++) {
      literals.add(new Literal(workload.at().child("command").item(i), "", command.get(i)));
    }
  }

  private static Map<String, String> env(Workload workload) {
    return Objects.requireNonNullElse(workload.env(), Map.of());
  }

  /** How messages call it. */
  String title() {
    return name.isEmpty() ? "an argument" : "`" + name + "`";
  }
}
