package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** Where Terraform keeps its state: an S3 bucket, locked natively. */
@Doc("The S3 backend of the state, locked by S3 itself; left out, state is a local file.")
public record State(
    Pointer at,
    @Required @Doc("The bucket, which exists already.") String bucket,
    @Doc("The object; left out, `<system>/<environment>/terraform.tfstate`.") @Nullable String key,
    @Doc("The bucket's region; left out, the environment's.") @Nullable String region) {}
