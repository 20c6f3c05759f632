@NullMarked
package io.terraplen.descriptor;

import org.jspecify.annotations.NullMarked;
