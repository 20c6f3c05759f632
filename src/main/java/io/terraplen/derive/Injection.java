package io.terraplen.derive;

import io.terraplen.model.Bucket;
import io.terraplen.model.Component;
import io.terraplen.model.Database;
import io.terraplen.model.Parameter;
import io.terraplen.model.Secret;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A variable that an arrow puts into a container.
 *
 * @param at the arrow
 * @param name the variable: {@code AURORA_HOST}
 * @param from the component that the value comes from
 * @param part which of its values: {@code host}, {@code password}, a secret's key ...
 */
public record Injection(Pointer at, String name, Component from, String part) {

  /** The variables of one arrow, in the order of the component's parts. */
  public static List<Injection> of(Graph.Arrow arrow) {
    List<Injection> injections = new ArrayList<>();
    Component to = arrow.to();
    if (arrow.as() != null) {
      for (Map.Entry<String, String> entry : arrow.as().entrySet()) {
        injections.add(new Injection(arrow.at(), entry.getValue(), to, entry.getKey()));
      }
      return List.copyOf(injections);
    }
    for (String part : parts(to)) {
      injections.add(new Injection(arrow.at(), variable(to, part), to, part));
    }
    return List.copyOf(injections);
  }

  /** What a component has to inject, by the names that {@code as} uses. */
  public static List<String> parts(Component component) {
    if (component instanceof Database) {
      return List.of("host", "port", "name", "username", "password");
    }
    if (component instanceof Bucket) {
      return List.of("bucket");
    }
    if (component instanceof Secret secret && secret.keys() != null) {
      return secret.keys();
    }
    return component instanceof Secret || component instanceof Parameter
        ? List.of("value")
        : List.of();
  }

  /**
   * Whether the value must not be seen: it is read by ECS when a task starts, never written down.
   */
  public boolean isSecret() {
    return from instanceof Secret
        || from instanceof Parameter
        || (from instanceof Database && (part.equals("username") || part.equals("password")));
  }

  private static String variable(Component component, String part) {
    String key = component.key().toUpperCase(Locale.ROOT);
    return part.equals("value") ? key : key + "_" + upperSnake(part);
  }

  private static String upperSnake(String part) {
    return part.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .replaceAll("[^A-Za-z0-9]+", "_")
        .toUpperCase(Locale.ROOT);
  }
}
