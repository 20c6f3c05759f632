package io.terraplen.template.view;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Graph;
import io.terraplen.derive.Names;
import io.terraplen.model.Alarms;
import io.terraplen.model.App;
import io.terraplen.model.Dashboard;
import io.terraplen.model.Database;
import io.terraplen.model.Environment;
import io.terraplen.model.Job;
import io.terraplen.model.Service;
import io.terraplen.template.Ref;
import io.terraplen.template.Wiring;
import io.terraplen.text.Pointer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Alarms, who hears of them, and the dashboard. */
final class ObservabilityPages {

  /** The topic; {@code policy} names the failed jobs' rules, which may publish to it. */
  public record Topic(
      Pointer at, String name, Ref arn, @Nullable Ref policy, List<Subscription> subscriptions) {}

  /** Somebody who is told. */
  public record Subscription(Pointer at, String label, String protocol, String endpoint) {}

  /** An alarm on one metric. */
  public record Alarm(
      Pointer at,
      String label,
      String name,
      String description,
      String namespace,
      String metric,
      @Nullable String statistic,
      @Nullable String percentile,
      int periods,
      BigDecimal threshold,
      List<Dimension> dimensions) {}

  /** What a metric is of. */
  public record Dimension(Ref name, Ref value) {
    Dimension(String name, Ref value) {
      this(Ref.name(name), value);
    }
  }

  /** The rule that tells of a job's failures. */
  public record FailedJob(
      Pointer at, String key, String label, String name, Ref rule, Ref cluster, String group) {}

  /** The dashboard. */
  public record DashboardView(Pointer at, String name, List<Widget> widgets) {}

  /** A graph of metrics, each a list: namespace, metric, dimensions. */
  public record Widget(
      int x, int y, String title, String region, String stat, List<List<Ref>> metrics) {}

  private final Environment environment;
  private final App app;
  private final Names names;
  private final Graph graph;
  private final Wiring.Scope scope;

  private ObservabilityPages(Derived derived, Wiring wiring) {
    this.environment = derived.environment();
    this.app = Objects.requireNonNull(environment.app());
    this.names = derived.names();
    this.graph = derived.graph();
    this.scope = wiring.from(Blocks.APP);
  }

  static List<Page> of(Derived derived, Wiring wiring) {
    ObservabilityPages pages = new ObservabilityPages(derived, wiring);
    Map<String, Object> dashboard = new LinkedHashMap<>();
    dashboard.put("dashboard", pages.dashboard());
    return List.of(pages.alarms(), new Page("modules/app/dashboard.tf", dashboard));
  }

  private Page alarms() {
    Map<String, Object> model = new LinkedHashMap<>();
    Alarms alarms = app.alarms();
    model.put("topic", alarms == null ? null : topic(alarms));
    model.put("account", environment.account());
    model.put("alarms", alarms == null ? List.of() : alarms(alarms));
    model.put("jobs", alarms == null ? List.of() : failedJobs());
    return new Page("modules/app/alarms.tf", model);
  }

  private Topic topic(Alarms alarms) {
    List<Ref> rules =
        scheduledJobs().stream()
            .map(
                job ->
                    scope.ref(
                        Blocks.app("aws_cloudwatch_event_rule", job.key() + "_failed"), "arn"))
            .toList();
    List<Subscription> subscriptions = new ArrayList<>();
    List<String> recipients = Objects.requireNonNullElse(alarms.recipients(), List.of());
    for (int i = 0; i < recipients.size(); i++) {
      String recipient = recipients.get(i);
      boolean mail = recipient.startsWith("email:");
      String endpoint = mail ? recipient.substring("email:".length()) : recipient;
      subscriptions.add(
          new Subscription(
              alarms.at().child("notify").item(i),
              // Named by whom it tells, so that an address more moves no other.
              Blocks.label((mail ? "email_" : "") + endpoint),
              mail ? "email" : "https",
              endpoint));
    }
    return new Topic(
        alarms.at(),
        names.of("alarms"),
        scope.ref(Blocks.app("aws_sns_topic", "alarms"), "arn"),
        rules.isEmpty() ? null : Ref.list(rules),
        subscriptions);
  }

  private List<Job> scheduledJobs() {
    return environment.all(Job.class).stream().filter(job -> job.schedule() != null).toList();
  }

  private List<FailedJob> failedJobs() {
    return scheduledJobs().stream()
        .map(
            job ->
                new FailedJob(
                    job.at(),
                    job.key(),
                    job.key() + "_failed",
                    names.of(job, "failed"),
                    scope.ref(
                        Blocks.app("aws_cloudwatch_event_rule", job.key() + "_failed"), "name"),
                    scope.ref(Blocks.ecsCluster(), "arn"),
                    AppPages.group(job)))
        .toList();
  }

  private List<Alarm> alarms(Alarms alarms) {
    List<Alarm> all = new ArrayList<>();
    BigDecimal errors = number(alarms.errors());
    if (graph.hasLoadBalancer()) {
      all.add(
          sum(
              alarms,
              "load_balancer_5xx",
              "The load balancer itself answers with 5xx",
              "AWS/ApplicationELB",
              "HTTPCode_ELB_5XX_Count",
              errors,
              List.of(balancer())));
    }
    for (Service service : graph.routed()) {
      String key = service.key();
      List<Dimension> target = List.of(balancer(), targetGroup(service));
      all.add(
          sum(
              alarms,
              key + "_5xx",
              "The service " + key + " answers with 5xx",
              "AWS/ApplicationELB",
              "HTTPCode_Target_5XX_Count",
              errors,
              target));
      all.add(
          new Alarm(
              alarms.at(),
              key + "_latency",
              name(key + "_latency"),
              "95 of 100 requests to the service " + key + " take longer than this, in seconds",
              "AWS/ApplicationELB",
              "TargetResponseTime",
              null,
              "p95",
              3,
              Objects.requireNonNull(alarms.latency()),
              target));
    }
    for (Service service : environment.all(Service.class)) {
      String key = service.key();
      all.add(
          average(
              alarms,
              key + "_cpu",
              "CPU of the service " + key + ", in percent",
              "AWS/ECS",
              "CPUUtilization",
              alarms.cpu(),
              serviceOf(service)));
      all.add(
          average(
              alarms,
              key + "_memory",
              "Memory of the service " + key + ", in percent",
              "AWS/ECS",
              "MemoryUtilization",
              alarms.memory(),
              serviceOf(service)));
    }
    for (Database database : environment.all(Database.class)) {
      String key = database.key();
      all.add(
          average(
              alarms,
              key + "_connections",
              "Connections to the database " + key,
              "AWS/RDS",
              "DatabaseConnections",
              alarms.connections(),
              List.of(cluster(database))));
    }
    for (Job job : scheduledJobs()) {
      all.add(
          sum(
              alarms,
              job.key() + "_not_started",
              "EventBridge could not start the job " + job.key(),
              "AWS/Events",
              "FailedInvocations",
              BigDecimal.ONE,
              List.of(rule(job))));
    }
    return all;
  }

  private Alarm sum(
      Alarms alarms,
      String label,
      String description,
      String namespace,
      String metric,
      BigDecimal threshold,
      List<Dimension> dimensions) {
    return new Alarm(
        alarms.at(),
        label,
        name(label),
        description,
        namespace,
        metric,
        "Sum",
        null,
        1,
        threshold,
        dimensions);
  }

  private Alarm average(
      Alarms alarms,
      String label,
      String description,
      String namespace,
      String metric,
      @Nullable Integer threshold,
      List<Dimension> dimensions) {
    return new Alarm(
        alarms.at(),
        label,
        name(label),
        description,
        namespace,
        metric,
        "Average",
        null,
        3,
        number(threshold),
        dimensions);
  }

  private static BigDecimal number(@Nullable Integer value) {
    return BigDecimal.valueOf(Objects.requireNonNull(value));
  }

  private String name(String label) {
    return names.prefix() + "-" + label.replace('_', '-');
  }

  private Dimension balancer() {
    return new Dimension("LoadBalancer", scope.ref(Blocks.loadBalancer(), "arn_suffix"));
  }

  private Dimension targetGroup(Service service) {
    return new Dimension("TargetGroup", scope.ref(Blocks.targetGroup(service.key()), "arn_suffix"));
  }

  private List<Dimension> serviceOf(Service service) {
    return List.of(
        new Dimension("ClusterName", scope.ref(Blocks.ecsCluster(), "name")),
        new Dimension(
            "ServiceName", scope.ref(Blocks.app("aws_ecs_service", service.key()), "name")));
  }

  private Dimension cluster(Database database) {
    return new Dimension(
        "DBClusterIdentifier", scope.ref(Blocks.cluster(database), "cluster_identifier"));
  }

  private Dimension rule(Job job) {
    return new Dimension(
        "RuleName", scope.ref(Blocks.app("aws_cloudwatch_event_rule", job.key()), "name"));
  }

  private @Nullable DashboardView dashboard() {
    Dashboard dashboard = app.dashboard();
    if (dashboard == null) {
      return null;
    }
    List<Widget> widgets = new ArrayList<>();
    List<Service> routed = graph.routed();
    if (!routed.isEmpty()) {
      widget(widgets, "Requests", "Sum", perTarget("AWS/ApplicationELB", "RequestCount"));
      List<List<Ref>> errors = new ArrayList<>();
      errors.add(metric("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", List.of(balancer())));
      errors.addAll(perTarget("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count"));
      widget(widgets, "5xx answers", "Sum", errors);
      widget(
          widgets,
          "Response time, 95th percentile",
          "p95",
          perTarget("AWS/ApplicationELB", "TargetResponseTime"));
    }
    List<List<Ref>> tasks = new ArrayList<>();
    for (Service service : environment.all(Service.class)) {
      tasks.add(metric("AWS/ECS", "CPUUtilization", serviceOf(service)));
      tasks.add(metric("AWS/ECS", "MemoryUtilization", serviceOf(service)));
    }
    widget(widgets, "CPU and memory of tasks", "Average", tasks);
    List<List<Ref>> capacity = new ArrayList<>();
    List<List<Ref>> connections = new ArrayList<>();
    for (Database database : environment.all(Database.class)) {
      capacity.add(metric("AWS/RDS", "ServerlessDatabaseCapacity", List.of(cluster(database))));
      connections.add(metric("AWS/RDS", "DatabaseConnections", List.of(cluster(database))));
    }
    widget(widgets, "Database capacity in ACU", "Average", capacity);
    widget(widgets, "Database connections", "Average", connections);
    List<List<Ref>> jobs = new ArrayList<>();
    for (Job job : scheduledJobs()) {
      jobs.add(metric("AWS/Events", "Invocations", List.of(rule(job))));
      jobs.add(metric("AWS/Events", "FailedInvocations", List.of(rule(job))));
    }
    widget(widgets, "Scheduled jobs", "Sum", jobs);
    return new DashboardView(dashboard.at(), names.of("dashboard"), widgets);
  }

  private List<List<Ref>> perTarget(String namespace, String metric) {
    return graph.routed().stream()
        .map(service -> metric(namespace, metric, List.of(balancer(), targetGroup(service))))
        .toList();
  }

  private static List<Ref> metric(String namespace, String metric, List<Dimension> dimensions) {
    List<Ref> parts = new ArrayList<>(List.of(Ref.string(namespace), Ref.string(metric)));
    for (Dimension dimension : dimensions) {
      parts.add(Ref.string(dimension.name().code()));
      parts.add(dimension.value());
    }
    return parts;
  }

  /** Adds a widget to the grid of two columns; one without metrics is left out. */
  private void widget(List<Widget> widgets, String title, String stat, List<List<Ref>> metrics) {
    if (!metrics.isEmpty()) {
      int index = widgets.size();
      widgets.add(
          new Widget(index % 2 * 12, index / 2 * 6, title, environment.region(), stat, metrics));
    }
  }
}
