package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The availability zones of a network: the region's first ones, or named ones. Exactly one is
 * stated.
 */
@Doc("Availability zones: a number, or a list of zone names.")
public record Zones(
    Pointer at,
    @Shorthand @Range(min = 1, max = 6) @Doc("How many zones, the region's first ones.")
        @Nullable Integer count,
    @Shorthand @Doc("Zone names, such as us-east-1a.") @Nullable List<String> names) {

  /** How many zones are stated. */
  public int size() {
    return names != null ? names.size() : count != null ? count : 0;
  }
}
