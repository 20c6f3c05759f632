/** Dated facts about AWS, each file read when a rule first asks for it. */
@NullMarked
package io.terraplen.catalog;

import org.jspecify.annotations.NullMarked;
