package io.terraplen.template.view;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Graph;
import io.terraplen.derive.Names;
import io.terraplen.derive.Opening;
import io.terraplen.derive.Peer;
import io.terraplen.model.BackupPlan;
import io.terraplen.model.Bucket;
import io.terraplen.model.Component;
import io.terraplen.model.Database;
import io.terraplen.model.Environment;
import io.terraplen.model.Parameter;
import io.terraplen.model.Rotate;
import io.terraplen.model.Scalars;
import io.terraplen.model.Secret;
import io.terraplen.model.Tier;
import io.terraplen.template.Address;
import io.terraplen.template.Ref;
import io.terraplen.template.Wiring;
import io.terraplen.text.Pointer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The data module: databases and their proxies, buckets, secrets, parameters, backups, exports. */
final class DataPages {

  /** An Aurora cluster. */
  public record DatabaseView(
      Pointer at,
      String key,
      String name,
      String engine,
      String version,
      String database,
      String user,
      int port,
      String subnetGroupName,
      Ref subnetGroup,
      Ref subnets,
      Ref securityGroup,
      int backupDays,
      @Nullable String backupWindow,
      @Nullable String maintenanceWindow,
      boolean isProtected,
      String finalSnapshot,
      BigDecimal minCapacity,
      BigDecimal maxCapacity,
      List<Instance> instances,
      @Nullable Rotation rotation) {}

  /** An instance of a cluster. */
  public record Instance(String label, String name, Ref cluster, Ref engine, Ref version) {}

  /** The rotation of a secret; {@code function} is absent where RDS does it. */
  public record Rotation(
      Pointer at, String label, Ref secret, int days, @Nullable String function) {}

  /** An RDS Proxy with its role. */
  public record ProxyView(
      Pointer at,
      String key,
      String name,
      boolean requireTls,
      Ref id,
      Ref role,
      Ref roleId,
      String roleLabel,
      String roleName,
      Ref policy,
      Ref subnets,
      Ref securityGroup,
      Ref secret,
      int maxConnectionsPercent,
      Ref targetGroup,
      Ref cluster,
      Ref instances) {}

  /** A bucket; it has no policy of its own where a site's page writes it. */
  public record BucketView(
      Pointer at,
      String key,
      String name,
      Ref id,
      Ref arn,
      boolean versioned,
      Pointer versionedAt,
      @Nullable Ref versioning,
      @Nullable Integer expireAfterDays,
      Pointer expireAt,
      @Nullable Integer expireVersionsAfterDays,
      boolean ownPolicy,
      Ref publicAccessBlock) {}

  /** A secret. */
  public record SecretView(
      Pointer at,
      String key,
      String name,
      @Nullable String description,
      int recoveryDays,
      Ref id,
      @Nullable Rotation rotation) {}

  /** A parameter. */
  public record ParameterView(
      Pointer at, String key, String name, @Nullable String description, String value) {}

  /** A backup plan with its vault and role. */
  public record PlanView(
      Pointer at,
      String key,
      String name,
      Ref id,
      String vaultName,
      Ref vault,
      String schedule,
      int retentionDays,
      List<Ref> resources,
      String roleLabel,
      String roleName,
      Ref role,
      Ref roleId) {}

  /** A scheduled export with its key and its two roles. */
  public record ExportView(
      Pointer at,
      String key,
      String label,
      String identifier,
      String alias,
      Ref keyId,
      Ref keyArn,
      String roleName,
      Ref role,
      Ref roleId,
      String scheduleLabel,
      String scheduleRoleName,
      Ref scheduleRole,
      Ref scheduleRoleId,
      String scheduleName,
      String schedule,
      Ref clusterArn,
      Ref bucketId,
      Ref bucketArn,
      @Nullable List<String> only) {}

  private final Derived derived;
  private final Environment environment;
  private final Names names;
  private final Graph graph;
  private final Wiring.Scope scope;
  private final SecurityGroups groups;

  private DataPages(Derived derived, Wiring wiring) {
    this.derived = derived;
    this.environment = derived.environment();
    this.names = derived.names();
    this.graph = derived.graph();
    this.scope = wiring.from(Blocks.DATA);
    this.groups = new SecurityGroups(scope);
  }

  static List<Page> of(Derived derived, Wiring wiring) {
    DataPages pages = new DataPages(derived, wiring);
    String account = derived.environment().account();
    return List.of(
        Page.of("modules/data/databases.tf", "databases", pages.databases()),
        new Page("modules/data/proxies.tf", Map.of("proxies", pages.proxies(), "account", account)),
        pages.securityGroups(),
        Page.of("modules/data/buckets.tf", "buckets", pages.buckets()),
        Page.of("modules/data/secrets.tf", "secrets", pages.secrets()),
        Page.of("modules/data/parameters.tf", "parameters", pages.parameters()),
        new Page(
            "modules/data/backups.tf",
            Map.of("plans", pages.plans(), "account", account, "partition", pages.partition())),
        new Page(
            "modules/data/exports.tf",
            Map.of(
                "exports", pages.exports(), "account", account, "partition", pages.partition())));
  }

  private String partition() {
    return Partition.of(environment.region());
  }

  private List<DatabaseView> databases() {
    return environment.all(Database.class).stream().map(this::database).toList();
  }

  private DatabaseView database(Database database) {
    Database.Capacity capacity = Objects.requireNonNull(database.capacity());
    Database.Backup backup = Objects.requireNonNull(database.backup());
    Address cluster = Blocks.cluster(database);
    String name = names.of(database);
    List<Instance> instances =
        instanceLabels(database).stream()
            .map(
                label ->
                    new Instance(
                        label,
                        name + label.substring(label.lastIndexOf('_')).replace('_', '-'),
                        scope.ref(cluster, "id"),
                        scope.ref(cluster, "engine"),
                        scope.ref(cluster, "engine_version")))
            .toList();
    return new DatabaseView(
        database.at(),
        database.key(),
        name,
        Scalars.spell(database.engine()),
        database.version(),
        Objects.requireNonNull(database.database()),
        Objects.requireNonNull(database.user()),
        Opening.port(database),
        names.of(database, "subnets"),
        scope.ref(Blocks.data("aws_db_subnet_group", database.key()), "name"),
        subnets(Objects.requireNonNull(database.tier())),
        scope.ref(Blocks.securityGroup(new Peer(Peer.Kind.DATABASE, database.key())), "id"),
        Objects.requireNonNull(backup.retentionDays()),
        backup.window(),
        database.maintenanceWindow(),
        Objects.requireNonNull(database.deletionProtection()),
        name + "-final",
        Objects.requireNonNull(capacity.min()),
        Objects.requireNonNull(capacity.max()),
        instances,
        rotation(database));
  }

  private static List<String> instanceLabels(Database database) {
    return IntStream.rangeClosed(1, Objects.requireNonNull(database.instances()))
        .mapToObj(number -> database.key() + "_" + number)
        .toList();
  }

  private @Nullable Rotation rotation(Database database) {
    Rotate rotate = database.rotate();
    return rotate == null
        ? null
        : new Rotation(
            rotate.at(),
            database.key() + "_master",
            masterSecret(scope, database),
            rotate.everyDays(),
            null);
  }

  /** The ARN of the secret that RDS keeps the master password in. */
  static Ref masterSecret(Wiring.Scope scope, Database database) {
    return scope.ref(
        database.key() + "_master_secret_arn",
        Blocks.cluster(database),
        "master_user_secret[0].secret_arn");
  }

  /** The ARN of the secret that workloads and the proxy read: the application's, or RDS's own. */
  static Ref credentials(Wiring.Scope scope, Database database) {
    return database.secret() == null
        ? masterSecret(scope, database)
        : scope.ref(Blocks.secret(database.secret().name()), "arn");
  }

  private List<ProxyView> proxies() {
    List<ProxyView> views = new ArrayList<>();
    for (Database database : environment.all(Database.class)) {
      Database.Proxy proxy = database.proxy();
      if (proxy != null) {
        views.add(proxy(database, proxy));
      }
    }
    return views;
  }

  private ProxyView proxy(Database database, Database.Proxy proxy) {
    String key = database.key();
    String roleLabel = key + "_proxy";
    Address role = Blocks.data("aws_iam_role", roleLabel);
    return new ProxyView(
        proxy.at(),
        key,
        names.of(database, "proxy"),
        Objects.requireNonNull(proxy.requireTls()),
        scope.ref(Blocks.proxy(database), "name"),
        scope.ref(role, "arn"),
        scope.ref(role, "id"),
        roleLabel,
        names.of(database, "proxy_role"),
        scope.block(Blocks.data("aws_iam_role_policy", roleLabel)),
        subnets(Objects.requireNonNull(database.tier())),
        scope.ref(Blocks.securityGroup(new Peer(Peer.Kind.PROXY, key + "_proxy")), "id"),
        credentials(scope, database),
        Objects.requireNonNull(proxy.maxConnectionsPercent()),
        scope.ref(Blocks.data("aws_db_proxy_default_target_group", key), "name"),
        scope.ref(Blocks.cluster(database), "id"),
        scope.blocks(
            instanceLabels(database).stream()
                .map(label -> Blocks.data("aws_rds_cluster_instance", label))
                .toList()));
  }

  private Page securityGroups() {
    List<SecurityGroups.Group> views = new ArrayList<>();
    for (Database database : environment.all(Database.class)) {
      String key = database.key();
      views.add(
          groups.group(
              database.at(), key, names.of(database, "security_group"), "Database " + key));
      if (database.proxy() != null) {
        views.add(
            groups.group(
                database.proxy().at(),
                key + "_proxy",
                names.of(database, "proxy_security_group"),
                "RDS Proxy of the database " + key));
      }
    }
    return groups.page(
        "modules/data/security_groups.tf", views, SecurityGroups.openings(derived, true));
  }

  private Ref subnets(Tier tier) {
    return subnets(scope, derived, tier);
  }

  /** The ids of a tier's subnets, as a module sees them. */
  static Ref subnets(Wiring.Scope scope, Derived derived, Tier tier) {
    return scope.refs(
        io.terraplen.derive.Layout.tierWord(tier) + "_subnet_ids",
        derived.layout().subnets(tier).stream()
            .map(subnet -> Blocks.subnet(subnet.label()))
            .toList(),
        "id");
  }

  private List<BucketView> buckets() {
    return environment.all(Bucket.class).stream().map(this::bucket).toList();
  }

  private BucketView bucket(Bucket bucket) {
    boolean versioned = Boolean.TRUE.equals(bucket.versioned());
    Address address = Blocks.bucket(bucket);
    return new BucketView(
        bucket.at(),
        bucket.key(),
        names.of(bucket),
        scope.ref(address, "id"),
        scope.ref(address, "arn"),
        versioned,
        bucket.at().child("versioned"),
        versioned ? scope.block(Blocks.data("aws_s3_bucket_versioning", bucket.key())) : null,
        bucket.expireAfterDays(),
        bucket.at().child("expire_after_days"),
        versioned ? bucket.expireVersionsAfterDays() : null,
        graph.sitesOf(bucket.key()).isEmpty(),
        scope.block(Blocks.data("aws_s3_bucket_public_access_block", bucket.key())));
  }

  private List<SecretView> secrets() {
    return environment.all(Secret.class).stream()
        .map(
            secret -> {
              Ref id = scope.ref(Blocks.secret(secret), "id");
              Rotate rotate = secret.rotate();
              return new SecretView(
                  secret.at(),
                  secret.key(),
                  names.of(secret),
                  secret.description(),
                  Objects.requireNonNull(secret.recoveryDays()),
                  id,
                  rotate == null
                      ? null
                      : new Rotation(
                          rotate.at(), secret.key(), id, rotate.everyDays(), rotate.functionArn()));
            })
        .toList();
  }

  private List<ParameterView> parameters() {
    return environment.all(Parameter.class).stream()
        .map(
            parameter ->
                new ParameterView(
                    parameter.at(),
                    parameter.key(),
                    names.of(parameter),
                    parameter.description(),
                    parameter.value()))
        .toList();
  }

  private List<PlanView> plans() {
    return environment.all(BackupPlan.class).stream()
        .map(
            plan -> {
              String roleLabel = plan.key() + "_backup";
              Address role = Blocks.data("aws_iam_role", roleLabel);
              return new PlanView(
                  plan.at(),
                  plan.key(),
                  names.of(plan),
                  scope.ref(Blocks.data("aws_backup_plan", plan.key()), "id"),
                  names.of(plan, "vault"),
                  scope.ref(Blocks.data("aws_backup_vault", plan.key()), "name"),
                  plan.schedule(),
                  Objects.requireNonNull(plan.retentionDays()),
                  plan.of().stream().map(this::backedUp).toList(),
                  roleLabel,
                  names.of(plan, "role"),
                  scope.ref(role, "arn"),
                  scope.ref(role, "name"));
            })
        .toList();
  }

  private Ref backedUp(io.terraplen.model.Address address) {
    Component component = environment.components().find(address).orElseThrow();
    return scope.ref(Blocks.cluster((Database) component), "arn");
  }

  private List<ExportView> exports() {
    List<ExportView> views = new ArrayList<>();
    for (Database database : environment.all(Database.class)) {
      Database.Export export = database.export();
      if (export != null) {
        views.add(export(database, export));
      }
    }
    return views;
  }

  private ExportView export(Database database, Database.Export export) {
    String label = database.key() + "_export";
    String scheduleLabel = label + "_schedule";
    Address key = Blocks.data("aws_kms_key", label);
    Address role = Blocks.data("aws_iam_role", label);
    Address scheduleRole = Blocks.data("aws_iam_role", scheduleLabel);
    Address bucket = Blocks.bucket(export.to().name());
    return new ExportView(
        export.at(),
        database.key(),
        label,
        database.key().replace('_', '-'),
        names.of(database, "export_key"),
        scope.ref(key, "key_id"),
        scope.ref(key, "arn"),
        names.of(database, "export_role"),
        scope.ref(role, "arn"),
        scope.ref(role, "id"),
        scheduleLabel,
        names.of(database, "export_schedule_role"),
        scope.ref(scheduleRole, "arn"),
        scope.ref(scheduleRole, "id"),
        names.of(database, "export"),
        export.schedule(),
        scope.ref(Blocks.cluster(database), "arn"),
        scope.ref(bucket, "id"),
        scope.ref(bucket, "arn"),
        export.only());
  }
}
