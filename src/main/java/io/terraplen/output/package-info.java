/**
 * How rendered files reach a generated folder: what would change there, and the replacement of the
 * files that are ours by steps which a kill at any moment leaves recoverable. Not atomic: between
 * two steps a reader may see the folder half-way.
 */
@NullMarked
package io.terraplen.output;

import org.jspecify.annotations.NullMarked;
