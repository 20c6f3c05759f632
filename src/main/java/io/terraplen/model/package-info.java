/**
 * What a person states about an environment: immutable records, one per component kind.
 *
 * <p>The records are the one source of the descriptor's language. Their components are the keys (in
 * snake_case, unless {@link io.terraplen.model.Name} says otherwise); the annotations on them say
 * what is required, allowed and defaulted. The binder, the JSON Schema, {@code gen show} and the
 * documentation read them; none of these names a key itself.
 *
 * <p>An absent value is {@code null}: a record holds what was stated. {@link
 * io.terraplen.model.Defaults} makes the effective environment, in which every component with a
 * {@link io.terraplen.model.Default} has a value.
 */
@NullMarked
package io.terraplen.model;

import org.jspecify.annotations.NullMarked;
