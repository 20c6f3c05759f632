package io.terraplen.finding;

import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a check has to say. Findings are values: a rule makes one with {@link
 * RuleInfo#finding}, the engine adds severity, position and waiver.
 *
 * @param rule the id of the rule
 * @param severity the rule's severity at the environment's stage
 * @param environment the name of the environment, empty where none is known
 * @param at the address in the descriptor that the finding is about
 * @param pos the place to show; start of file until the engine has resolved it
 * @param message what is wrong: one line, no final period, values in backticks
 * @param hint printed beside the caret, if any
 * @param fix a change that is safe to apply, if there is one
 * @param consider a change that a person should weigh, if there is one
 * @param catalogDate the date of the fact that the finding rests on, if it rests on one
 * @param confidential whether reports must not show the source, for it holds a secret
 * @param waived the waiver that accepts this finding, if one does
 * @param origins where the place was made from, nearest first: of a generated line its template and
 *     its line in the descriptor
 */
public record Finding(
    String rule,
    Severity severity,
    String environment,
    Pointer at,
    Pos pos,
    String message,
    @Nullable String hint,
    @Nullable Edit fix,
    @Nullable Edit consider,
    @Nullable LocalDate catalogDate,
    boolean confidential,
    @Nullable Waived waived,
    List<Pos> origins) {

  /** The order of reports: by place, then rule, then message. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::pos)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::at)
          .thenComparing(Finding::message);

  /** Why and until when a finding is accepted. */
  public record Waived(String reason, String owner, LocalDate until) {}

  private static final Pos UNPLACED = Pos.startOf("");

  static Finding of(RuleInfo rule, Pointer at, String message) {
    return new Finding(
        rule.id(),
        Severity.ERROR,
        "",
        at,
        UNPLACED,
        message,
        null,
        null,
        null,
        null,
        false,
        null,
        List.of());
  }

  /** Whether this finding still needs a position. */
  public boolean isUnplaced() {
    return pos.equals(UNPLACED);
  }

  /** Whether this finding stops {@code gen}: severe enough, and no waiver accepts it. */
  public boolean blocks() {
    return severity.blocks() && waived == null;
  }

  public Finding withSeverity(Severity value) {
    return new Finding(
        rule,
        value,
        environment,
        at,
        pos,
        message,
        hint,
        fix,
        consider,
        catalogDate,
        confidential,
        waived,
        origins);
  }

  public Finding withEnvironment(String value) {
    return new Finding(
        rule,
        severity,
        value,
        at,
        pos,
        message,
        hint,
        fix,
        consider,
        catalogDate,
        confidential,
        waived,
        origins);
  }

  public Finding withPos(Pos value) {
    return new Finding(
        rule,
        severity,
        environment,
        at,
        value,
        message,
        hint,
        fix,
        consider,
        catalogDate,
        confidential,
        waived,
        origins);
  }

  public Finding hint(String value) {
    return new Finding(
        rule,
        severity,
        environment,
        at,
        pos,
        message,
        value,
        fix,
        consider,
        catalogDate,
        confidential,
        waived,
        origins);
  }

  /**
   * Offers a change that {@code gen fix} may apply: the value, as YAML, for the key at {@link #at}.
   */
  public Finding fix(String value) {
    return fix(new Edit(at, value));
  }

  public Finding fix(Edit value) {
    return new Finding(
        rule,
        severity,
        environment,
        at,
        pos,
        message,
        hint,
        value,
        consider,
        catalogDate,
        confidential,
        waived,
        origins);
  }

  /**
   * Offers a change that costs, replaces or upgrades something: the value for the key at {@link
   * #at}.
   */
  public Finding consider(String value) {
    return consider(new Edit(at, value));
  }

  public Finding consider(Edit value) {
    return new Finding(
        rule,
        severity,
        environment,
        at,
        pos,
        message,
        hint,
        fix,
        value,
        catalogDate,
        confidential,
        waived,
        origins);
  }

  public Finding withCatalogDate(LocalDate value) {
    return new Finding(
        rule,
        severity,
        environment,
        at,
        pos,
        message,
        hint,
        fix,
        consider,
        value,
        confidential,
        waived,
        origins);
  }

  public Finding withWaived(Waived value) {
    return new Finding(
        rule,
        severity,
        environment,
        at,
        pos,
        message,
        hint,
        fix,
        consider,
        catalogDate,
        confidential,
        value,
        origins);
  }

  /** Keeps the source out of reports: the place holds a secret. */
  public Finding withConfidentialSource() {
    return new Finding(
        rule,
        severity,
        environment,
        at,
        pos,
        message,
        hint,
        fix,
        consider,
        catalogDate,
        true,
        waived,
        origins);
  }

  /** Says where the place was made from. */
  public Finding withOrigins(List<Pos> value) {
    return new Finding(
        rule,
        severity,
        environment,
        at,
        pos,
        message,
        hint,
        fix,
        consider,
        catalogDate,
        confidential,
        waived,
        List.copyOf(value));
  }

  /** Says which part of the descriptor the finding is about. */
  public Finding withAt(Pointer value) {
    return new Finding(
        rule,
        severity,
        environment,
        value,
        pos,
        message,
        hint,
        fix,
        consider,
        catalogDate,
        confidential,
        waived,
        origins);
  }
}
