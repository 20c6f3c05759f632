/** The command line: arguments in, a call of the facade, a report and an exit code out. */
@NullMarked
package io.terraplen.cli;

import org.jspecify.annotations.NullMarked;
