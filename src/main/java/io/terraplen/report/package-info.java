/** Findings as people and machines read them. */
@NullMarked
package io.terraplen.report;

import org.jspecify.annotations.NullMarked;
