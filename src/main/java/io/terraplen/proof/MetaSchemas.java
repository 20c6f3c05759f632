package io.terraplen.proof;

import io.terraplen.schema.BlockSchema;
import java.util.Map;

/**
 * What Terraform's own blocks take, spelled as the provider's packed schema is. Source: Terraform's
 * language documentation, 1.11.
 */
final class MetaSchemas {

  private static final String CONDITION_LINE = "condition r b|error_message r s;";

  static final BlockSchema CONDITION = BlockSchema.of(CONDITION_LINE);

  static final BlockSchema VARIABLE =
      BlockSchema.of(
          "type o d|default o d|description o s|sensitive o b|nullable o b|ephemeral o b"
              + ";validation l 0 0 1",
          CONDITION_LINE);

  static final BlockSchema OUTPUT =
      BlockSchema.of(
          "value r d|description o s|sensitive o b|ephemeral o b|depends_on o d"
              + ";precondition l 0 0 1",
          CONDITION_LINE);

  static final BlockSchema LIFECYCLE =
      BlockSchema.of(
          "create_before_destroy o b|prevent_destroy o b|ignore_changes o d"
              + "|replace_triggered_by o d;precondition l 0 0 1|postcondition l 0 0 1",
          CONDITION_LINE);

  static final BlockSchema DATA_LIFECYCLE =
      BlockSchema.of(";precondition l 0 0 1|postcondition l 0 0 1", CONDITION_LINE);

  /** The blocks without labels whose arguments are addresses, not values. */
  static final Map<String, BlockSchema> UNNAMED =
      Map.of(
          "moved", BlockSchema.of("from r d|to r d;"),
          "import", BlockSchema.of("to r d|id o s|identity o d|provider o d|for_each o d;"),
          "removed",
              BlockSchema.of(
                  "from r d;lifecycle l 0 1 1|provisioner l 0 0 2|connection l 0 1 2",
                  "destroy r b;",
                  "!"),
          "terraform",
              BlockSchema.of(
                  "required_version o s|experiments o d;required_providers l 0 0 1|backend l 0 1 1"
                      + "|cloud l 0 1 1|provider_meta l 0 0 1",
                  "!"));

  private MetaSchemas() {}
}
