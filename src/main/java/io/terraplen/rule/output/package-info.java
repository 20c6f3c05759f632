/** Rules on the rendered Terraform: they also guard changed templates and raw files. */
@NullMarked
package io.terraplen.rule.output;

import org.jspecify.annotations.NullMarked;
