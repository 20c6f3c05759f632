package io.terraplen.rule.output;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.rule.Output;
import io.terraplen.rule.OutputBlock;
import io.terraplen.rule.OutputRule;
import io.terraplen.rule.Value;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a distribution serves an application and an API, the rewriting of the application's paths
 * leaves the API's answers alone. Custom error responses hold for a distribution as a whole, a
 * function for one behaviour.
 */
public final class SpaKeepsApiErrors implements OutputRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          SpaKeepsApiErrors.class, "the application's page hides an API's errors", Severity.ERROR);

  private static final Set<String> REWRITTEN = Set.of("403", "404");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Output output) {
    return output
        .resources("aws_cloudfront_distribution")
        .flatMap(each -> Stream.concat(errorPages(output, each), rewrites(output, each)));
  }

  /** A distribution that serves nothing else may have its own error pages. */
  private static Stream<Finding> errorPages(Output output, OutputBlock distribution) {
    if (distribution.nested("ordered_cache_behavior").findAny().isEmpty()) {
      return Stream.of();
    }
    return distribution
        .nested("custom_error_response")
        .filter(response -> response.value("response_page_path").isPresent())
        .flatMap(
            response ->
                response.text("error_code").filter(REWRITTEN::contains).stream()
                    .map(
                        code ->
                            output
                                .finding(
                                    INFO,
                                    response,
                                    "`%s` turns every %s into a page, the API's as well",
                                    distribution.label(),
                                    code)
                                .hint(
                                    "rewrite paths by a viewer-request function on the default"
                                        + " behaviour")));
  }

  /** The default behaviour's rewrite, when another origin's requests go through it as well. */
  private static Stream<Finding> rewrites(Output output, OutputBlock distribution) {
    Optional<OutputBlock> standard = distribution.nested("default_cache_behavior").findFirst();
    Optional<Value> rewrite = standard.flatMap(SpaKeepsApiErrors::viewerRequest);
    if (rewrite.isEmpty()) {
      return Stream.of();
    }
    Optional<Value> origin = standard.flatMap(each -> each.value("target_origin_id"));
    return distribution
        .nested("ordered_cache_behavior")
        .filter(behaviour -> !same(behaviour.value("target_origin_id"), origin))
        .filter(behaviour -> same(viewerRequest(behaviour), rewrite))
        .map(
            behaviour ->
                output
                    .finding(
                        INFO,
                        behaviour,
                        "the rewrite of the application's paths also changes requests to `%s`",
                        behaviour.text("path_pattern").orElse("another origin"))
                    .hint("keep the function on the default behaviour only"));
  }

  private static boolean same(Optional<Value> one, Optional<Value> other) {
    return one.isPresent() && other.isPresent() && one.get().isSame(other.get());
  }

  private static Optional<Value> viewerRequest(OutputBlock behaviour) {
    return behaviour
        .nested("function_association")
        .filter(each -> each.text("event_type").filter("viewer-request"::equals).isPresent())
        .flatMap(each -> each.value("function_arn").stream())
        .findFirst();
  }
}
