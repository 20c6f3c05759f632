package io.terraplen.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value that a key has where it is not stated, spelled as in a descriptor; <code>{}</code>
 * stands for a record with all its own defaults. A default is what a careful engineer would choose
 * for the stage, and never makes a finding.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  /** The value at every stage, unless one of the others is given. */
  String value() default "";

  String development() default "";

  String preproduction() default "";

  String production() default "";
}
