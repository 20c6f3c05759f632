/**
 * The offline proof: whether Terraform would accept a configuration, by the provider's own schema
 * and Terraform's rules of types and references. What it says is what {@code terraform validate}
 * says, and where it says more, {@code docs/proof.md} tells why.
 */
@NullMarked
package io.terraplen.proof;

import org.jspecify.annotations.NullMarked;
