package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** An S3 bucket: private, encrypted, TLS only. */
@Doc("A private S3 bucket, encrypted with SSE-S3, closed to the public and to plain HTTP.")
public record Bucket(
    Pointer at,
    String key,
    @Matches(
            value = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", // naming-constraints.json, aws_s3_bucket
            says = "3 to 63 lower-case letters, digits, dots and hyphens")
        @Doc("Exact name; left out, `<system>-<environment>-<key>-<account>`.")
        @Nullable String name,
    @Default(development = "false", preproduction = "false", production = "true")
        @Doc("Whether older versions of objects are kept.")
        @Nullable Boolean versioned,
    @Range(min = 1, max = 36500) @Doc("Days after which objects are deleted; left out, they stay.")
        @Nullable Integer expireAfterDays,
    @Range(min = 1, max = 36500)
        @Default("90")
        @Doc("Days after which older versions are deleted, where versions are kept.")
        @Nullable Integer expireVersionsAfterDays,
    @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted)
    implements Component {}
