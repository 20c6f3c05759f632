package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container that runs all the time on ECS Fargate. */
@Doc("An ECS service on Fargate: task definition, roles, log group, security group, scaling.")
public record Service(
    Pointer at,
    String key,
    @Identity @Doc("Exact name; left out, `<system>-<environment>-<key>`.") @Nullable String name,
    @Targets("service") @Doc("Another service whose keys this one starts from.")
        @Nullable Address like,
    @Required @Doc("The image to run.") Image image,
    @Default("256") @Doc("CPU units, 1024 to a vCPU.") @Nullable Integer cpu,
    @Default("512") @Doc("Memory in MiB; Fargate takes certain pairs of CPU and memory only.")
        @Nullable Integer memory,
    @Default("x86_64") @Doc("The processors of the task; must fit the image's platform.")
        @Nullable Architecture architecture,
    @Range(min = 1, max = 65535) @Doc("The port that the container listens on.")
        @Nullable Integer port,
    @Doc("How the load balancer tells that a task is well.") @Nullable Health health,
    @Default("{}") @Doc("How many tasks, and what scales them.") @Nullable Tasks tasks,
    @Doc("What the service talks to.") @Nullable List<Use> uses,
    @Doc("Plain environment variables.") @Nullable Map<String, String> env,
    @Doc("The command, in place of the image's own.") @Nullable List<String> command,
    @Default("https") @Doc("What of the internet the service may reach.") @Nullable Egress egress,
    @Default("{}") @Doc("The log group.") @Nullable Logs logs,
    @Default("{}") @Doc("How new versions replace old ones.") @Nullable Deployment deployment,
    @Doc("The load balancer's target group, for services that are routed to.")
        @Nullable TargetGroup targetGroup,
    @Identity @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted)
    implements Workload {

  /** The load balancer's check. */
  @Doc("The load balancer's health check: a path, or a mapping.")
  public record Health(
      Pointer at,
      @Required
          @Shorthand
          @Matches(value = "/\\S{0,1023}", says = "a path that begins with a slash")
          @Doc("The path that answers 200 when the task is well.")
          String path,
      @Range(min = 5, max = 300) // aws-limits.json, alb.healthCheck
          @Default("30")
          @Doc("Seconds between checks.")
          @Nullable Integer interval,
      @Range(min = 2, max = 120) // aws-limits.json, alb.healthCheck
          @Default("5")
          @Doc("Seconds to wait for an answer.")
          @Nullable Integer timeout,
      @Range(min = 2, max = 10) // aws-limits.json, alb.healthCheck
          @Default("2")
          @Doc("Answers in a row that make a task healthy.")
          @Nullable Integer healthyAfter,
      @Range(min = 2, max = 10) // aws-limits.json, alb.healthCheck
          @Default("3")
          @Doc("Failures in a row that make a task unhealthy.")
          @Nullable Integer unhealthyAfter) {}

  /** How many tasks run. */
  @Doc("How many tasks run, on what capacity, and what scales them.")
  public record Tasks(
      Pointer at,
      @Range(min = 0, max = 5000)
          @Default(development = "1", preproduction = "1", production = "2")
          @Doc("Fewest tasks.")
          @Nullable Integer min,
      @Range(min = 1, max = 5000)
          @Default(development = "1", preproduction = "2", production = "4")
          @Doc("Most tasks.")
          @Nullable Integer max,
      @Range(min = 0, max = 5000)
          @Doc(
              "Tasks on on-demand capacity; those beyond run on Fargate Spot. Left out, all on demand.")
          @Nullable Integer onDemand,
      @Range(min = 1, max = 100) @Doc("Average CPU that scaling aims at, in percent.")
          @Nullable Integer targetCpu,
      @Range(min = 1, max = 100) @Doc("Average memory that scaling aims at, in percent.")
          @Nullable Integer targetMemory,
      @Range(min = 1, max = 1000000) @Doc("Requests per task and minute that scaling aims at.")
          @Nullable Integer targetRequests,
      @Range(min = 0, max = 86400) @Default("60") @Doc("Seconds to wait after scaling out.")
          @Nullable Integer scaleOutCooldown,
      @Range(min = 0, max = 86400) @Default("300") @Doc("Seconds to wait after scaling in.")
          @Nullable Integer scaleInCooldown) {

    /** Whether anything scales the service. */
    public boolean scales() {
      return targetCpu != null || targetMemory != null || targetRequests != null;
    }
  }

  /** How a new version takes over. */
  @Doc("How new versions replace old ones.")
  public record Deployment(
      Pointer at,
      @Default("rolling") @Shorthand @Doc("Rolling: new tasks start, then old ones stop.")
          @Nullable Strategy strategy,
      @Range(min = 0, max = 100)
          @Default("100")
          @Doc("Least healthy tasks while deploying, in percent.")
          @Nullable Integer minPercent,
      @Range(min = 100, max = 200)
          @Default("200")
          @Doc("Most running tasks while deploying, in percent.")
          @Nullable Integer maxPercent,
      @Default("true") @Doc("Whether a deployment that fails is rolled back by itself.")
          @Nullable Boolean rollback) {}

  /** The ways a new version can take over. */
  public enum Strategy {
    ROLLING
  }

  /** The target group of a routed service. */
  @Doc("The load balancer's target group.")
  public record TargetGroup(
      Pointer at,
      @Identity @Doc("Exact name; left out, `<system>-<environment>-<key>`, at most 32 characters.")
          @Nullable String name,
      @Range(min = 0, max = 3600) // aws-limits.json, alb.deregistrationDelaySeconds
          @Default("30")
          @Doc("Seconds that a leaving task may still finish requests.")
          @Nullable Integer deregistrationDelay) {}
}
