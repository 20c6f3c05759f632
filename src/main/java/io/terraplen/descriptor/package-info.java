/**
 * The descriptor: YAML files and what they extend become the model's records, a map of where
 * everything was written, or findings. Nothing here names a key or a kind of the model: {@link
 * io.terraplen.model.Shape} and {@link io.terraplen.model.Kinds} are asked, by the binder as by the
 * JSON Schema and {@code gen show}.
 *
 * <p>The only user of snakeyaml-engine.
 */
@NullMarked
package io.terraplen.descriptor;

import org.jspecify.annotations.NullMarked;
