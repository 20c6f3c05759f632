package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** What the app module has once; its components are in {@link Environment#components}. */
@Doc("What runs, and what stands in front of it.")
public record App(
    Pointer at,
    @Default("{}") @Doc("The ECS cluster.") @Nullable Cluster cluster,
    @Default("{}") @Doc("The load balancer, made when something routes to a service.")
        @Nullable LoadBalancer loadBalancer,
    @Doc("AWS WAF in front of the public entries.") @Nullable Firewall firewall,
    @Doc("Alarms, and who is told.") @Nullable Alarms alarms,
    @Doc("A CloudWatch dashboard.") @Nullable Dashboard dashboard) {}
