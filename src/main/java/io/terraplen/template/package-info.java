/**
 * From views to files: templates, what may stand in their holes, and the references between
 * modules.
 */
@NullMarked
package io.terraplen.template;

import org.jspecify.annotations.NullMarked;
