package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** A plain configuration value in Parameter Store. */
@Doc("A parameter of Parameter Store with a plain value; secrets belong in `secrets`.")
public record Parameter(
    Pointer at,
    String key,
    @Doc("Exact name; left out, `/<system>-<environment>/<key>`.") @Nullable String name,
    @Required @Shorthand @Doc("The value; plain text.") String value,
    @Doc("What it is for; ASCII.") @Nullable String description,
    @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted)
    implements Component {}
