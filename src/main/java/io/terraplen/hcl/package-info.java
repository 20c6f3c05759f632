/** HCL as Terraform configurations use it: lexer, formatter, parser. Knows nothing of Terraplen. */
@NullMarked
package io.terraplen.hcl;

import org.jspecify.annotations.NullMarked;
