package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** The VPC, its subnets and its ways out. */
@Doc("The VPC of the environment.")
public record Network(
    Pointer at,
    @Doc("Exact name of the VPC; left out, `<system>-<environment>`.") @Nullable String name,
    @Required
        @Matches(value = Patterns.CIDR, says = "a CIDR block such as 10.0.0.0/16")
        @Doc("The VPC's address range, /16 to /28.")
        String cidr,
    @Default("2") @Doc("Availability zones: how many, or their names.") @Nullable Zones zones,
    @Default(development = "single", preproduction = "per_zone", production = "per_zone")
        @Doc("NAT gateways for the private subnets: none, one for all, or one in each zone.")
        @Nullable Nat nat,
    @Doc("Exact subnet ranges per tier, one a zone; left out, a fixed grid within the VPC's range.")
        @Nullable Subnets subnets) {}
