package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** A part of a component that makes a resource with a name of its own. */
@Doc("A resource of its own, whose name can be given.")
public record Named(Pointer at, @Doc("Exact name.") @Nullable String name) {}
