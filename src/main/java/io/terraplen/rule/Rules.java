package io.terraplen.rule;

import io.terraplen.catalog.Catalog;
import io.terraplen.finding.RuleInfo;
import io.terraplen.rule.app.ApiOrigin;
import io.terraplen.rule.app.FargateSize;
import io.terraplen.rule.app.HealthTimeout;
import io.terraplen.rule.app.ImagePlatform;
import io.terraplen.rule.app.ImageTagFixed;
import io.terraplen.rule.app.InjectedPart;
import io.terraplen.rule.app.JobImage;
import io.terraplen.rule.app.JobTerminates;
import io.terraplen.rule.app.LogRetentionDays;
import io.terraplen.rule.app.PlaintextSecret;
import io.terraplen.rule.app.RouteNeedsPort;
import io.terraplen.rule.app.RoutePriority;
import io.terraplen.rule.app.ScheduleExpression;
import io.terraplen.rule.app.SecretNamedLiteral;
import io.terraplen.rule.app.SharedTask;
import io.terraplen.rule.app.SiteBucket;
import io.terraplen.rule.app.TaskBounds;
import io.terraplen.rule.app.VariableClash;
import io.terraplen.rule.data.AdminSeed;
import io.terraplen.rule.data.CapacityBounds;
import io.terraplen.rule.data.DatabaseInUse;
import io.terraplen.rule.data.DatabaseSecretKeys;
import io.terraplen.rule.data.EngineVersionExists;
import io.terraplen.rule.data.EngineVersionUnknown;
import io.terraplen.rule.data.RotationFunction;
import io.terraplen.rule.network.NatPerZone;
import io.terraplen.rule.network.SubnetLayout;
import io.terraplen.rule.output.DashboardWidgets;
import io.terraplen.rule.output.OpenToWorld;
import io.terraplen.rule.output.SecretsReadable;
import io.terraplen.rule.output.SpaKeepsApiErrors;
import io.terraplen.rule.text.AsciiText;
import io.terraplen.rule.text.NameClash;
import io.terraplen.rule.text.NameLength;
import java.util.List;

/** Every rule, sorted by id: the one list of them. */
public final class Rules {

  private Rules() {}

  /** The rules, each handed the facts that it needs. */
  public static List<Rule> all(Catalog catalog) {
    return List.of(
        // one line a rule, sorted by id
        new AdminSeed(),
        new ApiOrigin(),
        new AsciiText(catalog),
        new CapacityBounds(),
        new DashboardWidgets(),
        new DatabaseInUse(),
        new DatabaseSecretKeys(),
        new EngineVersionExists(catalog),
        new EngineVersionUnknown(catalog),
        new FargateSize(catalog),
        new HealthTimeout(),
        new ImagePlatform(),
        new ImageTagFixed(),
        new InjectedPart(),
        new JobImage(),
        new JobTerminates(),
        new LogRetentionDays(catalog),
        new NameClash(),
        new NameLength(catalog),
        new NatPerZone(),
        new OpenToWorld(),
        new PlaintextSecret(),
        new RotationFunction(),
        new RouteNeedsPort(),
        new RoutePriority(),
        new ScheduleExpression(catalog),
        new SecretNamedLiteral(),
        new SecretsReadable(),
        new SharedTask(),
        new SiteBucket(),
        new SpaKeepsApiErrors(),
        new SubnetLayout(catalog),
        new TaskBounds(),
        new VariableClash(),
        new WaiverExpired(),
        new WaiverUnused());
  }

  /** What is known of each rule. */
  public static List<RuleInfo> infos(Catalog catalog) {
    return all(catalog).stream().map(Rule::info).toList();
  }
}
