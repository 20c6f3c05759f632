/** Rules on the network. */
@NullMarked
package io.terraplen.rule.network;

import org.jspecify.annotations.NullMarked;
