package io.terraplen.rule.output;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.rule.Output;
import io.terraplen.rule.OutputBlock;
import io.terraplen.rule.OutputRule;
import io.terraplen.rule.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Each metric widget of a dashboard says what it shows, of which region and how: CloudWatch refuses
 * or fills in what is missing only at apply. AWS's "Dashboard Body Structure and Syntax" names the
 * properties; a widget that shows an alarm has the alarm's metrics.
 */
public final class DashboardWidgets implements OutputRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          DashboardWidgets.class, "a widget lacks region, view, period or metrics", Severity.ERROR);

  private static final List<String> NEEDED = List.of("region", "view", "period");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Output output) {
    return output
        .resources("aws_cloudwatch_dashboard")
        .flatMap(dashboard -> check(output, dashboard));
  }

  private static Stream<Finding> check(Output output, OutputBlock dashboard) {
    List<Value> widgets =
        dashboard
            .value("dashboard_body")
            .flatMap(body -> body.encoded().member("widgets"))
            .map(Value::each)
            .orElse(List.of());
    return IntStream.range(0, widgets.size())
        .boxed()
        .filter(i -> isMetric(widgets.get(i)))
        .flatMap(
            i -> {
              List<String> missing = missing(widgets.get(i));
              return missing.isEmpty()
                  ? Stream.of()
                  : Stream.of(
                      output
                          .finding(
                              INFO,
                              dashboard,
                              "%s has no %s",
                              name(widgets.get(i), i),
                              String.join(", no ", missing))
                          .hint("CloudWatch refuses or guesses what a widget does not say"));
            });
  }

  private static boolean isMetric(Value widget) {
    return widget.member("type").flatMap(Value::text).filter("metric"::equals).isPresent();
  }

  private static List<String> missing(Value widget) {
    List<String> missing = new ArrayList<>();
    Value properties = widget.member("properties").orElseGet(Value.Unknown::new);
    if (!(properties instanceof Value.Members)) {
      return missing;
    }
    for (String name : NEEDED) {
      if (properties.member(name).isEmpty()) {
        missing.add("`" + name + "`");
      }
    }
    boolean shows =
        properties
            .member("metrics")
            .map(metrics -> !(metrics instanceof Value.Items items && items.items().isEmpty()))
            .orElse(properties.member("annotations").isPresent());
    if (!shows) {
      missing.add("metrics");
    }
    return missing;
  }

  private static String name(Value widget, int index) {
    return widget
        .member("properties")
        .flatMap(properties -> properties.member("title"))
        .flatMap(Value::text)
        .map(title -> "the widget `" + title + "`")
        .orElse("widget " + (index + 1));
  }
}
