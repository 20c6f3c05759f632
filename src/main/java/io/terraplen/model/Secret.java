package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A secret of Secrets Manager, created empty; its value is put there by people. */
@Doc("A secret, created empty: its value never passes through Terraform.")
public record Secret(
    Pointer at,
    String key,
    @Doc("Exact name; left out, `<system>-<environment>-<key>`.") @Nullable String name,
    @Doc("What it is for; ASCII.") @Nullable String description,
    @Doc("The keys of its JSON value; left out, the value is one plain text.")
        @Nullable List<String> keys,
    @Doc("Automatic rotation by a function.") @Nullable Rotate rotate,
    @Range(min = 7, max = 30) // aws-limits.json, kmsAndSecrets.secretRecoveryWindowDays
        @Default(development = "7", preproduction = "30", production = "30")
        @Doc("Days in which a deleted secret can be restored.")
        @Nullable Integer recoveryDays,
    @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted)
    implements Component {}
