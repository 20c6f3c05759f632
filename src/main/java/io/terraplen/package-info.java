/** The pipeline: from descriptors to findings and files. */
@NullMarked
package io.terraplen;

import org.jspecify.annotations.NullMarked;
