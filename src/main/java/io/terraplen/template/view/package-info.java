/**
 * What the templates show: one page for each generated file, with every name and reference decided.
 * A page class for each concern; {@link io.terraplen.template.view.Pages} lists them.
 */
@NullMarked
package io.terraplen.template.view;

import org.jspecify.annotations.NullMarked;
