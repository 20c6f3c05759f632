package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A component that exists in AWS already. */
@Doc("It exists already: `true`, or the ids that AWS assigned, by resource.")
public record Adopted(
    Pointer at,
    @Shorthand @Doc("Whether the component exists already.") @Nullable Boolean all,
    @Open @Doc("Ids that AWS assigned, by resource.") @Nullable Map<String, String> ids) {

  /** Whether anything exists already. */
  public boolean exists() {
    return Boolean.TRUE.equals(all) || (ids != null && !ids.isEmpty());
  }
}
