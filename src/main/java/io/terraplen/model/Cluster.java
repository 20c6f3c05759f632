package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** The ECS cluster that services and jobs run in. */
@Doc("The ECS cluster of all services and jobs.")
public record Cluster(
    Pointer at,
    @Doc("Exact name; left out, `<system>-<environment>`.") @Nullable String name,
    @Default(development = "false", preproduction = "true", production = "true")
        @Doc("Whether Container Insights collects metrics, at a cost.")
        @Nullable Boolean containerInsights,
    @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted) {}
