package io.terraplen.derive;

import io.terraplen.model.Alarms;
import io.terraplen.model.App;
import io.terraplen.model.BackupPlan;
import io.terraplen.model.Bucket;
import io.terraplen.model.Component;
import io.terraplen.model.Database;
import io.terraplen.model.Environment;
import io.terraplen.model.Firewall;
import io.terraplen.model.Image;
import io.terraplen.model.Job;
import io.terraplen.model.Logs;
import io.terraplen.model.Parameter;
import io.terraplen.model.Secret;
import io.terraplen.model.Service;
import io.terraplen.model.Site;
import io.terraplen.model.Workload;
import io.terraplen.text.Pointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every name that the environment gives in AWS. A stated name is taken as it is; a derived one is
 * {@code <system>-<environment>-<component>} with hyphens for underscores, shortened with a hash
 * where AWS's limit forces it. A name depends on its own component alone.
 */
public final class Names {

  /**
   * One name in AWS.
   *
   * @param at where it is stated, or would be
   * @param resource the Terraform resource type
   * @param argument the argument that carries the name
   * @param stated whether the descriptor gives it
   */
  public record Name(Pointer at, String resource, String argument, String value, boolean stated) {}

  private final Environment environment;
  private final String prefix;
  private final Map<String, Name> names = new LinkedHashMap<>();

  private Names(Environment environment) {
    this.environment = environment;
    this.prefix = environment.system() + "-" + environment.environment();
  }

  static Names of(Environment environment, Graph graph) {
    Names names = new Names(environment);
    names.collect(graph);
    return names;
  }

  // The limits are those of catalog/naming-constraints.json for the same resource and argument.
  private void collect(Graph graph) {
    App app = Objects.requireNonNull(environment.app());
    put(
        "vpc",
        environment.network().at(),
        environment.network().name(),
        "aws_vpc",
        "tags.Name",
        prefix,
        256);
    for (Database database : environment.all(Database.class)) {
      database(database);
    }
    for (Bucket bucket : environment.all(Bucket.class)) {
      // A bucket's name is global, so it ends in the account, which must survive shortening.
      String account = "-" + environment.account();
      String derived = Shorten.to(63 - account.length(), derived(bucket)) + account;
      put(id(bucket), bucket.at(), bucket.name(), "aws_s3_bucket", "bucket", derived, 63);
    }
    for (Secret secret : environment.all(Secret.class)) {
      put(
          id(secret),
          secret.at(),
          secret.name(),
          "aws_secretsmanager_secret",
          "name",
          derived(secret),
          512);
    }
    for (Parameter parameter : environment.all(Parameter.class)) {
      String derived = "/" + prefix + "/" + parameter.key();
      put(
          id(parameter),
          parameter.at(),
          parameter.name(),
          "aws_ssm_parameter",
          "name",
          derived,
          1011);
    }
    for (BackupPlan plan : environment.all(BackupPlan.class)) {
      put(id(plan), plan.at(), plan.name(), "aws_backup_plan", "name", derived(plan), 50);
      put(id(plan) + ":vault", plan.at(), null, "aws_backup_vault", "name", derived(plan), 50);
      role(id(plan) + ":role", plan.at(), derived(plan) + "-backup");
    }
    if (!environment.all(Service.class).isEmpty() || !environment.all(Job.class).isEmpty()) {
      var cluster = Objects.requireNonNull(app.cluster());
      put("cluster", cluster.at(), cluster.name(), "aws_ecs_cluster", "name", prefix, 255);
    }
    for (Workload workload : graph.workloads()) {
      workload(workload);
    }
    for (Service service : graph.routed()) {
      var group = service.targetGroup();
      put(
          id(service) + ":target_group",
          service.at().child("target_group"),
          group == null ? null : group.name(),
          "aws_lb_target_group",
          "name",
          derived(service),
          32);
    }
    for (Job job : environment.all(Job.class)) {
      if (job.schedule() != null) {
        put(
            id(job) + ":rule",
            job.at(),
            job.name(),
            "aws_cloudwatch_event_rule",
            "name",
            derived(job),
            64);
        put(
            id(job) + ":failed",
            job.at(),
            null,
            "aws_cloudwatch_event_rule",
            "name",
            derived(job) + "-failed",
            64);
        role(id(job) + ":role", job.at(), derived(job) + "-schedule");
      }
    }
    if (graph.hasLoadBalancer()) {
      var balancer = Objects.requireNonNull(app.loadBalancer());
      put("load_balancer", balancer.at(), balancer.name(), "aws_lb", "name", prefix, 32);
      put(
          "load_balancer:security_group",
          balancer.at(),
          null,
          "aws_security_group",
          "name",
          prefix + "-load-balancer",
          255);
    }
    for (Site site : environment.all(Site.class)) {
      site(site);
    }
    firewall(app.firewall());
    alarms(app.alarms());
    if (app.dashboard() != null) {
      put(
          "dashboard",
          app.dashboard().at(),
          app.dashboard().name(),
          "aws_cloudwatch_dashboard",
          "dashboard_name",
          prefix,
          255);
    }
  }

  private void database(Database database) {
    String id = id(database);
    String derived = derived(database);
    put(id, database.at(), database.name(), "aws_rds_cluster", "cluster_identifier", derived, 63);
    put(id + ":subnets", database.at(), null, "aws_db_subnet_group", "name", derived, 255);
    put(id + ":security_group", database.at(), null, "aws_security_group", "name", derived, 255);
    if (database.proxy() != null) {
      Database.Proxy proxy = database.proxy();
      put(id + ":proxy", proxy.at(), proxy.name(), "aws_db_proxy", "name", derived + "-proxy", 63);
      put(
          id + ":proxy_security_group",
          proxy.at(),
          null,
          "aws_security_group",
          "name",
          derived + "-proxy",
          255);
      role(id + ":proxy_role", proxy.at(), derived + "-proxy");
    }
    if (database.export() != null) {
      Database.Export export = database.export();
      put(
          id + ":export",
          export.at(),
          null,
          "aws_scheduler_schedule",
          "name",
          derived + "-export",
          64);
      put(
          id + ":export_key",
          export.at(),
          null,
          "aws_kms_alias",
          "name",
          "alias/" + derived + "-export",
          256);
      role(id + ":export_role", export.at(), derived + "-export");
      role(id + ":export_schedule_role", export.at(), derived + "-export-schedule");
    }
  }

  private void workload(Workload workload) {
    String id = id(workload);
    String derived = derived(workload);
    if (workload instanceof Service) {
      put(id, workload.at(), workload.name(), "aws_ecs_service", "name", derived, 255);
    }
    put(
        id + ":task",
        workload.at(),
        workload.name(),
        "aws_ecs_task_definition",
        "family",
        derived,
        255);
    put(id + ":security_group", workload.at(), null, "aws_security_group", "name", derived, 255);
    role(id + ":task_role", workload.at(), derived + "-task");
    role(id + ":execution_role", workload.at(), derived + "-execution");
    Logs logs = Objects.requireNonNull(workload.logs());
    put(
        id + ":logs",
        logs.at(),
        logs.name(),
        "aws_cloudwatch_log_group",
        "name",
        "/aws/ecs/" + derived,
        512);
    Image image = workload.image();
    if (image == null) {
      return; // a job with nothing to run, which the rule job_image refuses
    }
    String repository = prefix + "-" + image.repository();
    names.putIfAbsent(
        "repository:" + image.repository(),
        name(image.at(), image.name(), "aws_ecr_repository", "name", repository, 256));
  }

  private void site(Site site) {
    String id = id(site);
    String derived = derived(site);
    var control = site.originAccessControl();
    put(
        id + ":origin_access_control",
        control == null ? site.at() : control.at(),
        control == null ? null : control.name(),
        "aws_cloudfront_origin_access_control",
        "name",
        derived,
        64);
    if (Boolean.TRUE.equals(site.spa())) {
      var rewrite = site.rewrite();
      put(
          id + ":rewrite",
          rewrite == null ? site.at() : rewrite.at(),
          rewrite == null ? null : rewrite.name(),
          "aws_cloudfront_function",
          "name",
          derived + "-rewrite",
          64);
    }
  }

  private void firewall(@Nullable Firewall firewall) {
    if (firewall == null) {
      return;
    }
    put("firewall", firewall.at(), firewall.name(), "aws_wafv2_web_acl", "name", prefix, 128);
    put("firewall:sites", firewall.at(), null, "aws_wafv2_web_acl", "name", prefix + "-sites", 128);
  }

  private void alarms(@Nullable Alarms alarms) {
    if (alarms != null) {
      put("alarms", alarms.at(), alarms.name(), "aws_sns_topic", "name", prefix + "-alarms", 256);
    }
  }

  private void role(String id, Pointer at, String derived) {
    put(id, at, null, "aws_iam_role", "name", derived, 64);
  }

  private void put(
      String id,
      Pointer at,
      @Nullable String stated,
      String resource,
      String argument,
      String derived,
      int max) {
    names.put(id, name(at, stated, resource, argument, derived, max));
  }

  private static Name name(
      Pointer at,
      @Nullable String stated,
      String resource,
      String argument,
      String derived,
      int max) {
    return stated != null
        ? new Name(at.child("name"), resource, argument, stated, true)
        : new Name(at, resource, argument, Shorten.to(max, derived), false);
  }

  private String derived(Component component) {
    return prefix + "-" + component.key().replace('_', '-');
  }

  private static String id(Component component) {
    return component.at().toString();
  }

  /** Every name, in a fixed order. */
  public List<Name> all() {
    return List.copyOf(names.values());
  }

  /** {@code <system>-<environment>}. */
  public String prefix() {
    return prefix;
  }

  /**
   * A name that the environment has once: {@code vpc}, {@code cluster}, {@code load_balancer} ...
   */
  public String of(String part) {
    return Objects.requireNonNull(names.get(part), part).value();
  }

  /** A component's own name. */
  public String of(Component component) {
    return of(id(component));
  }

  /** The name of a part of a component: {@code proxy}, {@code task_role} ... */
  public String of(Component component, String part) {
    return of(id(component) + ":" + part);
  }

  /** The full name of an image repository. */
  public String repository(Image image) {
    return of("repository:" + image.repository());
  }
}
