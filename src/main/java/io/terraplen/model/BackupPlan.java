package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An AWS Backup plan over stateful components. */
@Doc("An AWS Backup plan: a vault, a rule, a role and the selection.")
public record BackupPlan(
    Pointer at,
    String key,
    @Doc("Exact name; left out, `<system>-<environment>-<key>`.") @Nullable String name,
    @Required @Doc("When, as cron(...), in UTC.") String schedule,
    @Range(min = 1, max = 36500)
        @Default(development = "7", preproduction = "14", production = "30")
        @Doc("Days that recovery points are kept.")
        @Nullable Integer retentionDays,
    @Required @Targets("database") @Doc("What is backed up.") List<Address> of,
    @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted)
    implements Component {}
