/**
 * Rules, and the engine that runs them. A rule is a pure function: a whole model (or output, or all
 * environments) in, findings out. {@link io.terraplen.rule.Rules} lists them.
 */
@NullMarked
package io.terraplen.rule;

import org.jspecify.annotations.NullMarked;
