package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One deployment of a system, as stated; {@link Defaults#apply} gives the effective one. */
@Doc("One environment of a system.")
public record Environment(
    Pointer at,
    @Required
        @Matches(
            value = "[a-z](?:-?[a-z0-9])*",
            says = "lower-case letters, digits and single hyphens, beginning with a letter")
        @Doc("The product; the first part of every name in AWS.")
        String system,
    @Required
        @Matches(
            value = "[a-z](?:-?[a-z0-9])*",
            says = "lower-case letters, digits and single hyphens, beginning with a letter")
        @Doc("The deployment; equals the file's name.")
        String environment,
    @Required @Doc("How strict to be: development, preproduction or production.") Stage stage,
    @Required
        @Matches(value = "\\d{12}", says = "an account id of 12 digits, in quotes")
        @Doc("The AWS account; Terraform refuses to touch any other.")
        String account,
    @Required
        @Matches(value = "[a-z]{2}(?:-[a-z]+)+-\\d", says = "a region such as us-east-1")
        @Doc("The main region.")
        String region,
    @Doc("Tags on everything, beside `system`, `environment` and `managed_by`.")
        @Nullable Map<String, String> tags,
    @Doc("Where Terraform keeps its state.") @Nullable State state,
    @Required @Doc("The network module.") Network network,
    @Default("{}") @Doc("The data module.") @Nullable Data data,
    @Default("{}") @Doc("The app module.") @Nullable App app,
    Components components,
    @Doc("Dated exceptions to rules.") @Nullable List<Waiver> waivers) {

  /** The components of one kind, in the order of the descriptor. */
  public <T extends Component> List<T> all(Class<T> type) {
    return components.all(type);
  }
}
