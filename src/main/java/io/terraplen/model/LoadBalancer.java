package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** The Application Load Balancer in front of the routed services. */
@Doc("The Application Load Balancer in front of the services that something routes to.")
public record LoadBalancer(
    Pointer at,
    @Doc("Exact name, at most 32 characters; left out, `<system>-<environment>`.")
        @Nullable String name,
    @Doc("Its own domain: the listener is then HTTPS on 443 alone.") @Nullable Domain domain,
    @Range(min = 1, max = 4000) // aws-limits.json, alb.idleTimeoutSeconds
        @Default("60")
        @Doc("Seconds that an idle connection stays open.")
        @Nullable Integer idleTimeout,
    @Default(development = "false", preproduction = "true", production = "true")
        @Doc("Whether AWS refuses to delete it.")
        @Nullable Boolean deletionProtection,
    @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted) {}
