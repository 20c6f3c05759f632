/**
 * What a provider's blocks and Terraform's functions take: facts, read by need from packed files
 * beside this package. {@code README.md} there says where they come from and how they are packed.
 */
@NullMarked
package io.terraplen.schema;

import org.jspecify.annotations.NullMarked;
