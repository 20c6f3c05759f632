package io.terraplen.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The texts that are allowed, as a regular expression over the whole text; on a list or map, for
 * each value.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Matches {
  String value();

  /** What is expected, in words, for messages: {@code a CIDR block such as 10.0.0.0/16}. */
  String says();
}
