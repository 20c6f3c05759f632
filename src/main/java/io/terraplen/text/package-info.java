/** Places: a range in a file, an address in a descriptor, and the map between them. */
@NullMarked
package io.terraplen.text;

import org.jspecify.annotations.NullMarked;
