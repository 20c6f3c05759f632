package io.terraplen.model;

import io.terraplen.text.Pointer;

/** The data module; its components are in {@link Environment#components}. */
@Doc("What keeps data, secrets and settings.")
public record Data(Pointer at) {}
