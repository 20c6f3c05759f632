package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** The log group of a workload. */
@Doc("The CloudWatch log group.")
public record Logs(
    Pointer at,
    @Identity @Doc("Exact name; left out, `/aws/ecs/<system>-<environment>-<key>`.")
        @Nullable String name,
    @Default(development = "30", preproduction = "30", production = "90")
        @Doc(
            "Days that log events are kept; one of the numbers CloudWatch Logs knows (30, 60, 90 ...).")
        @Nullable Integer retentionDays) {}
