package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** Automatic rotation of a secret. */
@Doc("Automatic rotation in Secrets Manager.")
public record Rotate(
    Pointer at,
    @Required
        @Range(min = 1, max = 1000) // AWS provider, aws_secretsmanager_secret_rotation
        @Doc("Days between rotations.")
        Integer everyDays,
    @Matches(value = "arn:aws[a-z-]*:lambda:.+", says = "the ARN of a Lambda function")
        @Doc(
            "The function that rotates it, which exists already; not for passwords that RDS manages.")
        @Nullable String functionArn) {}
