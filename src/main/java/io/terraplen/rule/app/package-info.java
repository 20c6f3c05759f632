/** Rules on what runs, and on what stands in front of it. */
@NullMarked
package io.terraplen.rule.app;

import org.jspecify.annotations.NullMarked;
