package io.terraplen.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A lone scalar (or, on a list, a lone sequence) in place of the mapping states this component:
 * {@code health: /health} is {@code health: {path: /health}}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Shorthand {}
