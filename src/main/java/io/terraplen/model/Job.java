package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container that runs to its end, on a schedule or by hand. */
@Doc("An ECS task that ends by itself: scheduled by EventBridge, or run by hand.")
public record Job(
    Pointer at,
    String key,
    @Identity @Doc("Exact name; left out, `<system>-<environment>-<key>`.") @Nullable String name,
    @Targets({"service", "job"})
        @Doc(
            "A service or job whose keys this one starts from; of a service it also reuses the task definition.")
        @Nullable Address like,
    @Doc("The image to run; with `like: service.x`, that service's.") @Nullable Image image,
    @Default("256") @Doc("CPU units, 1024 to a vCPU.") @Nullable Integer cpu,
    @Default("512") @Doc("Memory in MiB.") @Nullable Integer memory,
    @Default("x86_64") @Doc("The processors of the task; must fit the image's platform.")
        @Nullable Architecture architecture,
    @Doc("When, as cron(...) or rate(...), in UTC; left out, it is run by hand.")
        @Nullable String schedule,
    @Doc("The command, in place of the image's own.") @Nullable List<String> command,
    @Doc("What the job talks to.") @Nullable List<Use> uses,
    @Doc("Plain environment variables.") @Nullable Map<String, String> env,
    @Default("https") @Doc("What of the internet the job may reach.") @Nullable Egress egress,
    @Default("{}") @Doc("The log group; with `like: service.x`, that service's.")
        @Nullable Logs logs,
    @Targets("database") @Doc("The database whose first administrator this job creates.")
        @Nullable Address seeds,
    @Identity @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted)
    implements Workload {

  /** Whether the job runs a service's task definition with its own command. */
  public boolean sharesTask() {
    return like != null && like.kind().equals("service");
  }
}
