/** Rules on databases and what else keeps data. */
@NullMarked
package io.terraplen.rule.data;

import org.jspecify.annotations.NullMarked;
