package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** The CloudWatch dashboard. */
@Doc(
    "A CloudWatch dashboard of what the environment has: traffic, errors, latency, tasks, databases, jobs.")
public record Dashboard(
    Pointer at,
    @Doc("Exact name; left out, `<system>-<environment>`.") @Nullable String name,
    @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted) {}
