package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.time.LocalDate;

/** A dated, reasoned, owned exception to a rule at one place. */
@Doc("A dated exception to one rule at one place.")
public record Waiver(
    Pointer at,
    @Required @Doc("Id of the rule.") String rule,
    @Required @Name("at") @Doc("Address of what is accepted, such as network.nat.") Pointer place,
    @Required
        @Matches(value = "[\\s\\S]{10,}", says = "a reason of at least 10 characters")
        @Doc("Why it is accepted.")
        String reason,
    @Required @Doc("Who answers for it.") String owner,
    @Required @Doc("The last day on which it holds, as YYYY-MM-DD.") LocalDate until) {}
