package io.terraplen.rule;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Stage;
import io.terraplen.model.Waiver;
import io.terraplen.text.SourceMap;
import io.terraplen.text.Suggestions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs rules over one environment and turns what they say into placed findings: severity by stage,
 * position by source map, waivers by date.
 */
public final class RuleEngine {

  /** A waiver that ends within this many days gives a note. */
  private static final int NOTICE_DAYS = 30;

  private final List<Rule> rules;
  private final Map<String, RuleInfo> infos;
  private final LocalDate today;

  /**
   * An engine for a run.
   *
   * @param known every rule that a waiver may name, also those that are not run here
   * @param today the day by which waivers run out
   */
  public RuleEngine(List<Rule> rules, List<RuleInfo> known, LocalDate today) {
    this.rules = List.copyOf(rules);
    this.infos =
        known.stream().collect(Collectors.toMap(RuleInfo::id, Function.identity(), (a, b) -> a));
    this.today = today;
  }

  /** What the model rules say of an environment. */
  public List<Finding> checkModel(Derived derived) {
    return of(ModelRule.class).flatMap(rule -> rule.check(derived)).toList();
  }

  /** What the output rules say of an environment's Terraform. */
  public List<Finding> checkOutput(Output output) {
    return of(OutputRule.class).flatMap(rule -> rule.check(output)).toList();
  }

  /** What the fleet rules say, by the name of the environment that each finding stands in. */
  public Map<String, List<Finding>> checkFleet(List<Derived> environments) {
    return of(FleetRule.class)
        .flatMap(rule -> rule.check(environments))
        .collect(Collectors.groupingBy(Finding::environment));
  }

  private <R extends Rule> Stream<R> of(Class<R> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether a finding is an error whatever the stage, as the rules say. */
  public boolean isError(Finding finding, Stage stage) {
    return severity(finding, stage) == Severity.ERROR;
  }

  /**
   * The findings of an environment as reports show them: those that its stage is silent on left
   * out, placed, waived where a waiver holds, with what there is to say of the waivers themselves,
   * in the order of reports.
   *
   * @param complete whether every rule has run: only then is a waiver that met no finding unused
   */
  public List<Finding> settle(
      List<Finding> raw, Derived derived, SourceMap sources, boolean complete) {
    Stage stage = derived.environment().stage();
    List<Waiver> waivers =
        Objects.requireNonNullElse(derived.environment().waivers(), List.<Waiver>of());
    Set<Waiver> used = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Finding> settled = new ArrayList<>();
    for (Finding finding : raw) {
      Severity severity = severity(finding, stage);
      if (severity == Severity.SILENT) {
        continue;
      }
      Finding placed = finding.withSeverity(severity);
      Waiver waiver = waiverOf(finding, waivers);
      if (waiver != null) {
        used.add(waiver);
        if (severity != Severity.ERROR && !waiver.until().isBefore(today)) {
          placed =
              placed.withWaived(
                  new Finding.Waived(waiver.reason(), waiver.owner(), waiver.until()));
        }
      }
      settled.add(placed);
    }
    for (Waiver waiver : waivers) {
      ofWaiver(waiver, used.contains(waiver), stage, complete).forEach(settled::add);
    }
    // What several rules or components make of one line is said once.
    Set<List<Object>> said = new HashSet<>();
    return settled.stream()
        .map(finding -> finding.withEnvironment(derived.environment().environment()))
        .map(
            finding ->
                finding.isUnplaced() ? finding.withPos(sources.resolve(finding.at())) : finding)
        .sorted(Finding.ORDER)
        .filter(finding -> said.add(List.of(finding.pos(), finding.rule(), finding.message())))
        .toList();
  }

  private Severity severity(Finding finding, Stage stage) {
    RuleInfo info = Objects.requireNonNull(infos.get(finding.rule()), finding.rule());
    return severity(info, stage);
  }

  /** The severity of a rule at a stage. */
  public static Severity severity(RuleInfo info, Stage stage) {
    return switch (stage) {
      case DEVELOPMENT -> info.development();
      case PREPRODUCTION -> info.preproduction();
      case PRODUCTION -> info.production();
    };
  }

  private static @Nullable Waiver waiverOf(Finding finding, List<Waiver> waivers) {
    return waivers.stream()
        .filter(
            waiver -> waiver.rule().equals(finding.rule()) && waiver.place().equals(finding.at()))
        .findFirst()
        .orElse(null);
  }

  private Stream<Finding> ofWaiver(Waiver waiver, boolean used, Stage stage, boolean complete) {
    RuleInfo rule = infos.get(waiver.rule());
    if (rule == null) {
      String near =
          Suggestions.nearest(waiver.rule(), infos.keySet().stream().sorted().toList())
              .map(id -> "did you mean `" + id + "`?")
              .orElse("`gen rules` lists them");
      return Stream.of(
          error(
              WaiverUnused.INFO
                  .finding(waiver.at().child("rule"), "there is no rule `%s`", waiver.rule())
                  .hint(near)));
    }
    if (used && severity(rule, stage) == Severity.ERROR) {
      return Stream.of(
          error(
              WaiverUnused.INFO
                  .finding(waiver.at().child("rule"), "an error cannot be waived: `%s`", rule.id())
                  .hint("remove the waiver and mend what it stands for")));
    }
    if (waiver.until().isBefore(today)) {
      return Stream.of(
          WaiverExpired.INFO
              .finding(waiver.at().child("until"), "this waiver ended on %s", waiver.until())
              .hint("mend what `" + waiver.rule() + "` says, or decide anew with another date")
              .withSeverity(severity(WaiverExpired.INFO, stage)));
    }
    if (!used) {
      return complete
          ? Stream.of(
              WaiverUnused.INFO
                  .finding(waiver.at(), "`%s` says nothing at `%s`", waiver.rule(), waiver.place())
                  .hint("remove this waiver, or correct its `at`")
                  .withSeverity(severity(WaiverUnused.INFO, stage)))
          : Stream.of();
    }
    return waiver.until().isBefore(today.plusDays(NOTICE_DAYS))
        ? Stream.of(
            WaiverExpired.INFO
                .finding(waiver.at().child("until"), "this waiver ends on %s", waiver.until())
                .withSeverity(Severity.NOTE))
        : Stream.of();
  }

  private static Finding error(Finding finding) {
    return finding.withSeverity(Severity.ERROR);
  }
}
