package io.terraplen.hcl;

import io.terraplen.text.Pos;

/** Something in a source that is no HCL: where, and what was expected, in words for a user. */
public record Diagnostic(Pos pos, String message) {}
