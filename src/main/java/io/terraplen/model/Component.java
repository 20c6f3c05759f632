package io.terraplen.model;

import io.terraplen.text.Pointer;

/**
 * A named thing in a descriptor, such as a database or a service. Not sealed: kinds come from
 * {@link Kinds}, to which others may be added.
 */
public interface Component {
  /** The address of the component's mapping: {@code app.services.api}. */
  Pointer at();

  /** The component's key: {@code api}. */
  String key();
}
