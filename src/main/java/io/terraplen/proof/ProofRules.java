package io.terraplen.proof;

import io.terraplen.finding.RuleInfo;
import java.util.List;

/** What the proof can find; always errors, for Terraform refuses each. */
public final class ProofRules {

  static final RuleInfo SYNTAX = RuleInfo.error("hcl_syntax", "a file that is no HCL");
  static final RuleInfo UNKNOWN_ARGUMENT =
      RuleInfo.error("unknown_argument", "an argument that a block does not take");
  static final RuleInfo UNKNOWN_BLOCK =
      RuleInfo.error("unknown_block", "a block that has no place where it stands");
  static final RuleInfo UNKNOWN_TYPE =
      RuleInfo.error("unknown_type", "a resource or data source that the provider lacks");
  static final RuleInfo MISSING_ARGUMENT =
      RuleInfo.error("missing_argument", "an argument that a block must have");
  static final RuleInfo MISSING_BLOCK =
      RuleInfo.error("missing_block", "a block that must be there");
  static final RuleInfo COMPUTED_ARGUMENT =
      RuleInfo.error("computed_argument", "an argument that only the provider sets");
  static final RuleInfo BLOCK_COUNT =
      RuleInfo.error("block_count", "more blocks than there may be");
  static final RuleInfo WRONG_TYPE =
      RuleInfo.error("wrong_type", "a value of a type that does not fit");
  static final RuleInfo UNKNOWN_REFERENCE =
      RuleInfo.error("unknown_reference", "a reference to what is not declared");
  static final RuleInfo UNKNOWN_ATTRIBUTE =
      RuleInfo.error("unknown_attribute", "an attribute that a value does not have");
  static final RuleInfo UNKNOWN_FUNCTION =
      RuleInfo.error("unknown_function", "a function that Terraform lacks, or a call that misfits");
  static final RuleInfo DEPENDENCY_CYCLE =
      RuleInfo.error("dependency_cycle", "things that wait for each other");
  static final RuleInfo DUPLICATE_DEFINITION =
      RuleInfo.error("duplicate_definition", "two definitions of one thing");
  static final RuleInfo MISSING_BASE =
      RuleInfo.error("missing_base", "an override of what is not there");
  static final RuleInfo MISSING_MODULE =
      RuleInfo.error("missing_module", "a local module that is not there");

  private ProofRules() {}

  /** All of them. */
  public static List<RuleInfo> all() {
    return List.of(
        SYNTAX,
        UNKNOWN_ARGUMENT,
        UNKNOWN_BLOCK,
        UNKNOWN_TYPE,
        MISSING_ARGUMENT,
        MISSING_BLOCK,
        COMPUTED_ARGUMENT,
        BLOCK_COUNT,
        WRONG_TYPE,
        UNKNOWN_REFERENCE,
        UNKNOWN_ATTRIBUTE,
        UNKNOWN_FUNCTION,
        DEPENDENCY_CYCLE,
        DUPLICATE_DEFINITION,
        MISSING_BASE,
        MISSING_MODULE);
  }
}
