/**
 * What follows from an effective environment: names in AWS, subnet ranges, and what each arrow
 * opens, permits and injects. Pure functions over the model; rules and templates read the same
 * answers.
 */
@NullMarked
package io.terraplen.derive;

import org.jspecify.annotations.NullMarked;
