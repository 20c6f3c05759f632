package io.terraplen.finding;

import io.terraplen.text.Pointer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a rule without running it.
 *
 * @param id the rule's class name in snake_case: the name of its fixture folder and page as well
 * @param title at most 60 characters, lower case, no final period
 */
public record RuleInfo(
    String id, String title, Severity development, Severity preproduction, Severity production) {

  /** A rule whose severity depends on the stage; its id is the class's name in snake_case. */
  public static RuleInfo of(
      Class<?> rule,
      String title,
      Severity development,
      Severity preproduction,
      Severity production) {
    return new RuleInfo(
        snakeCase(rule.getSimpleName()), title, development, preproduction, production);
  }

  /** A rule that says the same at every stage. */
  public static RuleInfo of(Class<?> rule, String title, Severity severity) {
    return of(rule, title, severity, severity, severity);
  }

  /** A check that has no class of its own, such as the loader's; always an error. */
  public static RuleInfo error(String id, String title) {
    return new RuleInfo(id, title, Severity.ERROR, Severity.ERROR, Severity.ERROR);
  }

  /**
   * A finding of this rule at an address, not yet placed: the engine gives it its severity and
   * position.
   *
   * @param message what is wrong, for {@link String#format} with the root locale
   */
  public Finding finding(Pointer at, String message, @Nullable Object... arguments) {
    return Finding.of(this, at, String.format(Locale.ROOT, message, arguments));
  }

  /**
   * Whether no stage reports this rule below {@link Severity#ERROR}, so that no waiver can accept
   * it.
   */
  public boolean alwaysError() {
    return development == Severity.ERROR
        && preproduction == Severity.ERROR
        && production == Severity.ERROR;
  }

  private static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
