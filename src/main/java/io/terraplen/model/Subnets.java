package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Subnet ranges that are given, one a zone, in the order of the zones. */
@Doc("Exact subnet ranges per tier, one for each zone.")
public record Subnets(
    Pointer at,
    @Name("public")
        @Matches(value = Patterns.CIDR, says = "a CIDR block such as 10.0.1.0/24")
        @Doc("Ranges of the public subnets.")
        @Nullable List<String> publicTier,
    @Name("private")
        @Matches(value = Patterns.CIDR, says = "a CIDR block such as 10.0.10.0/24")
        @Doc("Ranges of the private subnets.")
        @Nullable List<String> privateTier,
    @Matches(value = Patterns.CIDR, says = "a CIDR block such as 10.0.20.0/24")
        @Doc("Ranges of the data subnets, which have no way to the internet.")
        @Nullable List<String> data) {

  /** The ranges stated for a tier, if any. */
  public @Nullable List<String> of(Tier tier) {
    return switch (tier) {
      case PUBLIC -> publicTier;
      case PRIVATE -> privateTier;
      case DATA -> data;
    };
  }
}
