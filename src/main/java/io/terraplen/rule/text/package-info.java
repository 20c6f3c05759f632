/** Rules on names, descriptions and tags. */
@NullMarked
package io.terraplen.rule.text;

import org.jspecify.annotations.NullMarked;
