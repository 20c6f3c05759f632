package io.terraplen.template.view;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Grant;
import io.terraplen.derive.Graph;
import io.terraplen.derive.Injection;
import io.terraplen.derive.Names;
import io.terraplen.model.App;
import io.terraplen.model.Bucket;
import io.terraplen.model.Cluster;
import io.terraplen.model.Component;
import io.terraplen.model.Database;
import io.terraplen.model.Environment;
import io.terraplen.model.Image;
import io.terraplen.model.Job;
import io.terraplen.model.Logs;
import io.terraplen.model.Parameter;
import io.terraplen.model.Secret;
import io.terraplen.model.Service;
import io.terraplen.model.Tier;
import io.terraplen.model.Workload;
import io.terraplen.template.Address;
import io.terraplen.template.Ref;
import io.terraplen.template.Wiring;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What runs: cluster, images, task definitions, services, jobs, their roles, logs and groups. */
final class AppPages {

  /** The cluster. */
  public record ClusterView(Pointer at, String name, String insights, Ref nameRef) {}

  /** An image repository. */
  public record Repository(Pointer at, String label, String name, Ref nameRef, String mutability) {}

  /** A log group. */
  public record LogGroup(Pointer at, String label, String name, int retentionDays) {}

  /** A role with its policy, if it may do anything. */
  public record Role(
      Pointer at,
      String label,
      String name,
      String description,
      String service,
      String policyName,
      Ref id,
      @Nullable List<Statement> statements) {}

  /** A statement of a policy; {@code cluster} limits it to tasks of that cluster. */
  public record Statement(
      @Nullable String comment,
      String sid,
      List<String> actions,
      Ref resources,
      @Nullable Ref cluster) {}

  /** A task definition with its one container. */
  public record Task(
      Pointer at,
      String label,
      String family,
      int cpu,
      int memory,
      String architecture,
      Ref executionRole,
      Ref taskRole,
      String container,
      Ref repositoryUrl,
      String tag,
      @Nullable List<String> command,
      @Nullable Integer port,
      List<Variable> environment,
      List<Variable> secrets,
      Ref logGroup) {}

  /** A variable of a container: its value, or where ECS reads it. */
  public record Variable(String name, Ref value) {}

  /** A service. */
  public record ServiceView(
      Pointer at,
      String key,
      String name,
      Ref cluster,
      Ref taskDefinition,
      int tasks,
      boolean scales,
      Pointer deploymentAt,
      int minPercent,
      int maxPercent,
      boolean rollback,
      List<Capacity> capacity,
      Ref subnets,
      Ref securityGroup,
      @Nullable Target target,
      Ref dependencies) {}

  /** How many tasks run on what capacity. */
  public record Capacity(Pointer at, String provider, int base, int weight) {}

  /** The target group that a service's tasks register in. */
  public record Target(Pointer at, Ref group, int port) {}

  /** What is scaled, and by what. */
  public record ScalingTarget(
      Pointer at,
      String label,
      Ref cluster,
      Ref service,
      int min,
      int max,
      int scaleOutCooldown,
      int scaleInCooldown,
      Ref namespaceRef,
      Ref dimensionRef,
      Ref resourceRef,
      List<ScalingPolicy> policies) {}

  /** A metric and the value that scaling aims at. */
  public record ScalingPolicy(
      Pointer at,
      String label,
      String name,
      String metric,
      int value,
      @Nullable Ref resourceLabel) {}

  /** A scheduled job. */
  public record JobView(
      Pointer at,
      String key,
      String name,
      String schedule,
      Ref rule,
      String targetId,
      Ref cluster,
      Ref role,
      Ref taskDefinition,
      String group,
      Ref subnets,
      Ref securityGroup,
      @Nullable Overrides overrides) {}

  /** What a job changes of the service's task that it runs. */
  public record Overrides(
      String container,
      @Nullable Integer cpu,
      @Nullable Integer memory,
      @Nullable List<String> command,
      @Nullable List<Variable> environment) {}

  private final Derived derived;
  private final Environment environment;
  private final Names names;
  private final Graph graph;
  private final Wiring.Scope scope;

  private AppPages(Derived derived, Wiring wiring) {
    this.derived = derived;
    this.environment = derived.environment();
    this.names = derived.names();
    this.graph = derived.graph();
    this.scope = wiring.from(Blocks.APP);
  }

  static List<Page> of(Derived derived, Wiring wiring) {
    AppPages pages = new AppPages(derived, wiring);
    Environment environment = derived.environment();
    Map<String, Object> cluster = new LinkedHashMap<>();
    cluster.put("cluster", pages.cluster());
    return List.of(
        new Page("modules/app/cluster.tf", cluster),
        Page.of("modules/app/images.tf", "repositories", pages.repositories()),
        Page.of("modules/app/logs.tf", "groups", pages.logs()),
        new Page(
            "modules/app/iam.tf", Map.of("roles", pages.roles(), "account", environment.account())),
        new Page(
            "modules/app/task_definitions.tf",
            Map.of("tasks", pages.tasks(), "region", environment.region())),
        Page.of("modules/app/services.tf", "services", pages.services()),
        Page.of("modules/app/scaling.tf", "targets", pages.scaling()),
        Page.of("modules/app/jobs.tf", "jobs", pages.jobs()),
        pages.securityGroups());
  }

  private @Nullable ClusterView cluster() {
    if (!hasTasks()) {
      return null;
    }
    Cluster cluster = Objects.requireNonNull(app().cluster());
    return new ClusterView(
        cluster.at(),
        names.of("cluster"),
        Boolean.TRUE.equals(cluster.containerInsights()) ? "enabled" : "disabled",
        scope.ref(Blocks.ecsCluster(), "name"));
  }

  private boolean hasTasks() {
    return !graph.workloads().isEmpty();
  }

  private App app() {
    return Objects.requireNonNull(environment.app());
  }

  private List<Repository> repositories() {
    Map<String, Repository> repositories = new LinkedHashMap<>();
    for (Workload workload : graph.workloads()) {
      Image image = Objects.requireNonNull(workload.image());
      repositories.putIfAbsent(
          image.repository(),
          new Repository(
              image.at(),
              Blocks.label(image.repository()),
              names.repository(image),
              scope.ref(Blocks.repository(image.repository()), "name"),
              // A moving tag can be moved in a mutable repository only.
              image.tag().equals("latest") ? "MUTABLE" : "IMMUTABLE"));
    }
    return List.copyOf(repositories.values());
  }

  private List<LogGroup> logs() {
    return graph.workloads().stream()
        .map(
            workload -> {
              Logs logs = Objects.requireNonNull(workload.logs());
              return new LogGroup(
                  logs.at(),
                  workload.key(),
                  names.of(workload, "logs"),
                  Objects.requireNonNull(logs.retentionDays()));
            })
        .toList();
  }

  private List<Role> roles() {
    List<Role> roles = new ArrayList<>();
    for (Workload workload : graph.workloads()) {
      roles.add(taskRole(workload));
      roles.add(executionRole(workload));
    }
    for (Job job : environment.all(Job.class)) {
      if (job.schedule() != null) {
        roles.add(scheduleRole(job));
      }
    }
    return roles;
  }

  private Role taskRole(Workload workload) {
    List<Statement> statements = grants(workload, Grant::ofTask);
    return new Role(
        workload.at(),
        Blocks.taskRole(workload).label(),
        names.of(workload, "task_role"),
        "What the container " + workload.key() + " may do",
        "ecs-tasks.amazonaws.com",
        "use-components",
        scope.ref(Blocks.taskRole(workload), "id"),
        statements.isEmpty() ? null : statements);
  }

  private Role executionRole(Workload workload) {
    Ref repository =
        scope.ref(Blocks.repository(Objects.requireNonNull(workload.image()).repository()), "arn");
    Ref logGroup = scope.ref(Blocks.logGroup(workload), "arn");
    List<Statement> statements = new ArrayList<>();
    statements.add(
        new Statement(
            "AWS knows no narrower resource for this action.",
            "LogInToRegistry",
            List.of("ecr:GetAuthorizationToken"),
            Ref.list(List.of(Ref.string("*"))),
            null));
    statements.add(
        new Statement(
            null,
            "PullImage",
            List.of(
                "ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage",
                "ecr:GetDownloadUrlForLayer"),
            Ref.list(List.of(repository)),
            null));
    statements.add(
        new Statement(
            null,
            "WriteLogs",
            List.of("logs:CreateLogStream", "logs:PutLogEvents"),
            Ref.list(List.of(Ref.template().ref(logGroup).text(":*").build())),
            null));
    statements.addAll(grants(workload, Grant::ofExecution));
    return new Role(
        workload.at(),
        Blocks.executionRole(workload).label(),
        names.of(workload, "execution_role"),
        "What ECS may do to start the container " + workload.key(),
        "ecs-tasks.amazonaws.com",
        "start-task",
        scope.ref(Blocks.executionRole(workload), "id"),
        statements);
  }

  private List<Statement> grants(Workload workload, Function<Graph.Arrow, List<Grant>> grantsOf) {
    Map<String, Statement> statements = new LinkedHashMap<>();
    graph.from(workload).stream()
        .flatMap(arrow -> grantsOf.apply(arrow).stream())
        .forEach(
            grant ->
                statements.put(
                    grant.sid(),
                    new Statement(
                        null,
                        grant.sid(),
                        grant.actions(),
                        Ref.list(
                            grant.suffixes().stream()
                                .map(suffix -> suffixed(arn(grant.on()), suffix))
                                .toList()),
                        null)));
    return List.copyOf(statements.values());
  }

  private static Ref suffixed(Ref arn, String suffix) {
    return suffix.isEmpty() ? arn : Ref.template().ref(arn).text(suffix).build();
  }

  private Ref arn(Component component) {
    if (component instanceof Database database) {
      return DataPages.credentials(scope, database);
    } else if (component instanceof Bucket bucket) {
      return scope.ref(Blocks.bucket(bucket), "arn");
    } else if (component instanceof Secret secret) {
      return scope.ref(Blocks.secret(secret), "arn");
    }
    return scope.ref(Blocks.parameter((Parameter) component), "arn");
  }

  private Role scheduleRole(Job job) {
    Workload host = graph.host(job);
    Ref tasks =
        Ref.template()
            .ref(scope.ref(Blocks.taskDefinition(host), "arn_without_revision"))
            .text(":*")
            .build();
    return new Role(
        job.at(),
        job.key() + "_schedule",
        names.of(job, "role"),
        "EventBridge starts the job " + job.key(),
        "events.amazonaws.com",
        "run-task",
        scope.ref(Blocks.app("aws_iam_role", job.key() + "_schedule"), "id"),
        List.of(
            new Statement(
                null,
                "RunTask",
                List.of("ecs:RunTask"),
                Ref.list(List.of(tasks)),
                scope.ref(Blocks.ecsCluster(), "arn")),
            new Statement(
                null,
                "TagTask",
                List.of("ecs:TagResource"),
                Ref.list(
                    List.of(
                        Ref.string(
                            "arn:"
                                + Partition.of(environment.region())
                                + ":ecs:"
                                + environment.region()
                                + ":"
                                + environment.account()
                                + ":task/"
                                + names.of("cluster")
                                + "/*"))),
                null),
            new Statement(
                null,
                "PassRoles",
                List.of("iam:PassRole"),
                Ref.list(
                    List.of(
                        scope.ref(Blocks.executionRole(host), "arn"),
                        scope.ref(Blocks.taskRole(host), "arn"))),
                null)));
  }

  private List<Task> tasks() {
    return graph.workloads().stream().map(this::task).toList();
  }

  private Task task(Workload workload) {
    Image image = Objects.requireNonNull(workload.image());
    List<Injection> injections =
        graph.from(workload).stream().flatMap(arrow -> Injection.of(arrow).stream()).toList();
    Service service = workload instanceof Service each ? each : null;
    return new Task(
        workload.at(),
        workload.key(),
        names.of(workload, "task"),
        Objects.requireNonNull(workload.cpu()),
        Objects.requireNonNull(workload.memory()),
        architecture(workload),
        scope.ref(Blocks.executionRole(workload), "arn"),
        scope.ref(Blocks.taskRole(workload), "arn"),
        workload.key(),
        scope.ref(Blocks.repository(image.repository()), "repository_url"),
        image.tag(),
        workload.command(),
        service == null ? null : service.port(),
        environment(workload, injections),
        secrets(injections),
        scope.ref(Blocks.logGroup(workload), "name"));
  }

  private static String architecture(Workload workload) {
    return Objects.requireNonNull(workload.architecture()).name();
  }

  /** Plain variables by name, so that their order says nothing. */
  private List<Variable> environment(Workload workload, List<Injection> injections) {
    List<Variable> variables = new ArrayList<>();
    Objects.requireNonNullElse(workload.env(), Map.<String, String>of())
        .forEach((name, value) -> variables.add(new Variable(name, Ref.string(value))));
    for (Injection injection : injections) {
      if (!injection.isSecret()) {
        variables.add(new Variable(injection.name(), plain(injection)));
      }
    }
    variables.sort(Comparator.comparing(Variable::name));
    return variables;
  }

  private Ref plain(Injection injection) {
    if (injection.from() instanceof Database database) {
      return switch (injection.part()) {
        case "host" ->
            database.proxy() != null
                ? scope.ref(Blocks.proxy(database), "endpoint")
                : scope.ref(Blocks.cluster(database), "endpoint");
        case "port" -> Ref.string(String.valueOf(io.terraplen.derive.Opening.port(database)));
        default -> Ref.string(Objects.requireNonNull(database.database()));
      };
    }
    return scope.ref(Blocks.bucket((Bucket) injection.from()), "id");
  }

  private List<Variable> secrets(List<Injection> injections) {
    return injections.stream()
        .filter(Injection::isSecret)
        .map(injection -> new Variable(injection.name(), secret(injection)))
        .sorted(Comparator.comparing(Variable::name))
        .toList();
  }

  /** Where ECS reads a value: an ARN, followed by the key where the secret is a JSON object. */
  private Ref secret(Injection injection) {
    Ref arn = arn(injection.from());
    boolean whole = injection.part().equals("value");
    return whole ? arn : Ref.template().ref(arn).text(":" + injection.part() + "::").build();
  }

  private List<ServiceView> services() {
    return environment.all(Service.class).stream().map(this::service).toList();
  }

  private ServiceView service(Service service) {
    Service.Tasks tasks = Objects.requireNonNull(service.tasks());
    Service.Deployment deployment = Objects.requireNonNull(service.deployment());
    boolean routed = graph.isRouted(service);
    List<Address> dependencies = new ArrayList<>();
    dependencies.add(Blocks.app("aws_iam_role_policy", Blocks.executionRole(service).label()));
    if (routed) {
      EdgePages.rulesOf(derived, service)
          .forEach(label -> dependencies.add(Blocks.app("aws_lb_listener_rule", label)));
    }
    return new ServiceView(
        service.at(),
        service.key(),
        names.of(service),
        scope.ref(Blocks.ecsCluster(), "id"),
        scope.ref(Blocks.taskDefinition(service), "arn"),
        Objects.requireNonNull(tasks.min()),
        tasks.scales(),
        deployment.at(),
        Objects.requireNonNull(deployment.minPercent()),
        Objects.requireNonNull(deployment.maxPercent()),
        Objects.requireNonNull(deployment.rollback()),
        capacity(tasks),
        DataPages.subnets(scope, derived, Tier.PRIVATE),
        scope.ref(Blocks.securityGroup(service), "id"),
        routed
            ? new Target(
                EdgePages.routesTo(derived, service).get(0).at(),
                scope.ref(Blocks.targetGroup(service.key()), "arn"),
                Objects.requireNonNull(service.port()))
            : null,
        scope.blocks(dependencies));
  }

  private static List<Capacity> capacity(Service.Tasks tasks) {
    Integer onDemand = tasks.onDemand();
    if (onDemand == null) {
      return List.of(new Capacity(tasks.at(), "FARGATE", 0, 1));
    }
    Pointer at = tasks.at().child("on_demand");
    return List.of(
        new Capacity(at, "FARGATE", onDemand, 0), new Capacity(at, "FARGATE_SPOT", 0, 1));
  }

  private List<ScalingTarget> scaling() {
    return environment.all(Service.class).stream()
        .filter(service -> Objects.requireNonNull(service.tasks()).scales())
        .map(service -> scaling(service, Objects.requireNonNull(service.tasks())))
        .toList();
  }

  private ScalingTarget scaling(Service service, Service.Tasks tasks) {
    String key = service.key();
    Address target = Blocks.app("aws_appautoscaling_target", key);
    List<ScalingPolicy> policies = new ArrayList<>();
    policy(policies, service, "cpu", "ECSServiceAverageCPUUtilization", tasks.targetCpu(), null);
    policy(
        policies,
        service,
        "memory",
        "ECSServiceAverageMemoryUtilization",
        tasks.targetMemory(),
        null);
    if (tasks.targetRequests() != null && graph.isRouted(service)) {
      Ref label =
          Ref.template()
              .ref(scope.ref(Blocks.loadBalancer(), "arn_suffix"))
              .text("/")
              .ref(scope.ref(Blocks.targetGroup(key), "arn_suffix"))
              .build();
      policy(
          policies, service, "requests", "ALBRequestCountPerTarget", tasks.targetRequests(), label);
    }
    return new ScalingTarget(
        tasks.at(),
        key,
        scope.ref(Blocks.ecsCluster(), "name"),
        scope.ref(Blocks.app("aws_ecs_service", key), "name"),
        Objects.requireNonNull(tasks.min()),
        Objects.requireNonNull(tasks.max()),
        Objects.requireNonNull(tasks.scaleOutCooldown()),
        Objects.requireNonNull(tasks.scaleInCooldown()),
        scope.ref(target, "service_namespace"),
        scope.ref(target, "scalable_dimension"),
        scope.ref(target, "resource_id"),
        policies);
  }

  private void policy(
      List<ScalingPolicy> policies,
      Service service,
      String what,
      String metric,
      @Nullable Integer value,
      @Nullable Ref resourceLabel) {
    if (value != null) {
      policies.add(
          new ScalingPolicy(
              Objects.requireNonNull(service.tasks()).at().child("target_" + what),
              service.key() + "_" + what,
              names.of(service) + "-" + what,
              metric,
              value,
              resourceLabel));
    }
  }

  private List<JobView> jobs() {
    return environment.all(Job.class).stream()
        .filter(job -> job.schedule() != null)
        .map(this::job)
        .toList();
  }

  private JobView job(Job job) {
    Workload host = graph.host(job);
    return new JobView(
        job.at(),
        job.key(),
        names.of(job, "rule"),
        Objects.requireNonNull(job.schedule()),
        scope.ref(Blocks.app("aws_cloudwatch_event_rule", job.key()), "name"),
        job.key().replace('_', '-'),
        scope.ref(Blocks.ecsCluster(), "arn"),
        scope.ref(Blocks.app("aws_iam_role", job.key() + "_schedule"), "arn"),
        scope.ref(Blocks.taskDefinition(host), "arn"),
        group(job),
        DataPages.subnets(scope, derived, Tier.PRIVATE),
        scope.ref(Blocks.securityGroup(host), "id"),
        job.sharesTask() ? overrides(job, host) : null);
  }

  /**
   * The task group that a job's tasks run in, by which their state changes are told from others.
   */
  static String group(Job job) {
    return "job:" + job.key();
  }

  private static Overrides overrides(Job job, Workload host) {
    List<Variable> changed = new ArrayList<>();
    Map<String, String> inherited =
        Objects.requireNonNullElse(host.env(), Map.<String, String>of());
    Objects.requireNonNullElse(job.env(), Map.<String, String>of())
        .forEach(
            (name, value) -> {
              if (!value.equals(inherited.get(name))) {
                changed.add(new Variable(name, Ref.string(value)));
              }
            });
    changed.sort(Comparator.comparing(Variable::name));
    return new Overrides(
        host.key(),
        differing(job.cpu(), host.cpu()),
        differing(job.memory(), host.memory()),
        job.command(),
        changed.isEmpty() ? null : changed);
  }

  private static @Nullable Integer differing(@Nullable Integer own, @Nullable Integer inherited) {
    return Objects.equals(own, inherited) ? null : own;
  }

  private Page securityGroups() {
    SecurityGroups groups = new SecurityGroups(scope);
    List<SecurityGroups.Group> views = new ArrayList<>();
    if (graph.hasLoadBalancer()) {
      views.add(
          groups.group(
              Objects.requireNonNull(app().loadBalancer()).at(),
              "load_balancer",
              names.of("load_balancer:security_group"),
              "Load balancer"));
    }
    for (Workload workload : graph.workloads()) {
      views.add(
          groups.group(
              workload.at(),
              workload.key(),
              names.of(workload, "security_group"),
              (workload instanceof Service ? "Service " : "Job ") + workload.key()));
    }
    return groups.page(
        "modules/app/security_groups.tf", views, SecurityGroups.openings(derived, false));
  }
}
