package io.terraplen.finding;

import io.terraplen.text.Pointer;

/**
 * A change to a descriptor: the value, spelled as YAML, that the key at an address should have.
 *
 * @param at the key to set; it need not be written yet
 * @param value the new value as it would stand after the colon, quotes included
 */
public record Edit(Pointer at, String value) {

  /** The line as a person would write it: {@code version: "15.13"}. */
  @Override
  public String toString() {
    String key = at.last();
    return key.startsWith("[") ? value : key + ": " + value;
  }
}
