package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relational database: an Aurora cluster with its instances. */
@Doc("An Aurora cluster: subnet group, security group, instances and, if asked for, an RDS Proxy.")
public record Database(
    Pointer at,
    String key,
    @Doc("Exact cluster identifier; left out, `<system>-<environment>-<key>`.")
        @Nullable String name,
    @Required @Doc("The engine, as RDS spells it.") Engine engine,
    @Required @Doc("The exact engine version, such as \"15.13\".") String version,
    @Default("{}") @Doc("Serverless v2 capacity in ACU (about 2 GiB of memory each).")
        @Nullable Capacity capacity,
    @Range(min = 1, max = 16) // AWS: one writer and up to 15 replicas
        @Default(development = "1", preproduction = "2", production = "2")
        @Doc(
            "Instances: one writer, the rest readers in other zones; a cluster has at most 15 readers.")
        @Nullable Integer instances,
    @Default("main")
        @Matches(
            value = "[A-Za-z][A-Za-z0-9_]{0,62}", // naming-constraints.json, database_name
            says = "a letter, then letters, digits and underscores, at most 63")
        @Doc("Name of the database that is created in the cluster.")
        @Nullable String database,
    @Default("app")
        @Matches(
            value = "[A-Za-z][A-Za-z0-9]{0,15}", // naming-constraints.json, master_username
            says = "a letter, then letters and digits, at most 16")
        @Doc("The master user; RDS makes and keeps its password in Secrets Manager.")
        @Nullable String user,
    @Targets("secret")
        @Doc(
            "An application's own database user: a secret with the keys `username` and `password`, which"
                + " workloads and the proxy use in place of the master user's.")
        @Nullable Address secret,
    @Doc("How often RDS rotates the master user's password.") @Nullable Rotate rotate,
    @Range(min = 1150, max = 65535) // aws-limits.json, rdsCluster.port
        @Doc("Port; left out, the engine's own (5432).")
        @Nullable Integer port,
    @Default("data") @Doc("The subnets of the database and its proxy.") @Nullable Tier tier,
    @Doc("An RDS Proxy; workloads then reach the database through it alone.") @Nullable Proxy proxy,
    @Default("{}") @Doc("Automated backups, with point-in-time recovery.") @Nullable Backup backup,
    @Doc("Maintenance window in UTC, such as sun:04:00-sun:05:00.")
        @Matches(
            // naming-constraints.json, preferred_maintenance_window
            value = Patterns.DAY + ":" + Patterns.TIME + "-" + Patterns.DAY + ":" + Patterns.TIME,
            says = "a window such as sun:04:00-sun:05:00")
        @Nullable String maintenanceWindow,
    @Default(development = "false", preproduction = "true", production = "true")
        @Doc("Whether AWS refuses to delete the cluster; also keeps a final snapshot.")
        @Nullable Boolean deletionProtection,
    @Doc("A scheduled export to a bucket, as Parquet.") @Nullable Export export,
    @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted)
    implements Component {

  /** What the engine is called in RDS, and the port it listens on. */
  public enum Engine {
    AURORA_POSTGRESQL("aurora-postgresql", 5432);

    private final String spelling;
    private final int port;

    Engine(String spelling, int port) {
      this.spelling = spelling;
      this.port = port;
    }

    /** The port that the engine listens on unless told otherwise. */
    public int port() {
      return port;
    }

    @Override
    public String toString() {
      return spelling;
    }
  }

  /** Automated backups of the cluster. */
  @Doc("Automated backups, with point-in-time recovery.")
  public record Backup(
      Pointer at,
      @Range(min = 1, max = 35) // aws-limits.json, rdsCluster.backupRetentionDays
          @Default(development = "7", preproduction = "7", production = "14")
          @Doc("Days that automated backups are kept, 1 to 35.")
          @Nullable Integer retentionDays,
      @Matches(
              // naming-constraints.json, preferred_backup_window
              value = Patterns.TIME + "-" + Patterns.TIME,
              says = "a window such as 03:00-04:00")
          @Doc("Backup window in UTC, such as 03:00-04:00; left out, AWS chooses.")
          @Nullable String window) {}

  /** Serverless v2 capacity. */
  @Doc("Serverless v2 capacity in ACU, in steps of 0.5.")
  public record Capacity(
      Pointer at,
      @Range(min = 0, max = 256) // aws-limits.json, auroraServerlessV2
          @Default(development = "0.5", preproduction = "0.5", production = "1")
          @Doc("Least capacity in ACU, 0.5 or more (0 lets it pause).")
          java.math.@Nullable BigDecimal min,
      @Range(min = 1, max = 256) // aws-limits.json, auroraServerlessV2
          @Default(development = "2", preproduction = "4", production = "8")
          @Doc("Most capacity in ACU, at most 256.")
          java.math.@Nullable BigDecimal max) {}

  /** An RDS Proxy in front of the cluster. */
  @Doc("An RDS Proxy in front of the database.")
  public record Proxy(
      Pointer at,
      @Doc("Exact name; left out, `<system>-<environment>-<key>-proxy`.") @Nullable String name,
      @Default("true") @Doc("Whether clients must use TLS.") @Nullable Boolean requireTls,
      @Range(min = 1, max = 100) // aws-limits.json, rdsProxy.maxConnectionsPercent
          @Default("90")
          @Doc("Share of the database's connections that the proxy may hold, in percent.")
          @Nullable Integer maxConnectionsPercent) {}

  /** A scheduled export of the cluster's data to a bucket. */
  @Doc("A scheduled export to a bucket as Parquet (StartExportTask), encrypted with its own key.")
  public record Export(
      Pointer at,
      @Required @Targets("bucket") @Doc("The bucket that receives the export.") Address to,
      @Required @Doc("When, as cron(...) or rate(...), in UTC.") String schedule,
      @Doc("Tables to export, such as `main.public.messages`; left out, all.")
          @Nullable List<String> only) {}
}
