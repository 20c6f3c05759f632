package io.terraplen.descriptor;

import io.terraplen.finding.RuleInfo;
import java.util.List;

/** What reading a descriptor can find; all of it is an error at every stage. */
public final class DescriptorRules {

  static final RuleInfo CYCLE =
      RuleInfo.error("cycle", "a file or a component that leads back to itself");
  static final RuleInfo DANGLING_ARROW =
      RuleInfo.error("dangling_arrow", "an arrow to a component that is not there");
  static final RuleInfo DUPLICATE_KEY =
      RuleInfo.error("duplicate_key", "a key that is stated twice");
  static final RuleInfo EMPTY_VALUE = RuleInfo.error("empty_value", "a key without a value");
  static final RuleInfo ENVIRONMENT_NAME =
      RuleInfo.error("environment_name", "`environment` differs from the file's name");
  static final RuleInfo KEY_CLASH =
      RuleInfo.error("key_clash", "one key for two components that share names");
  static final RuleInfo MERGE_KEY = RuleInfo.error("merge_key", "YAML's merge key `<<`");
  static final RuleInfo MISSING_KEY =
      RuleInfo.error("missing_key", "a required key that is not stated");
  static final RuleInfo OUTSIDE_PROJECT =
      RuleInfo.error("outside_project", "a file outside the project");
  static final RuleInfo SYNTAX = RuleInfo.error("syntax", "text that is not YAML");
  static final RuleInfo TOO_LARGE = RuleInfo.error("too_large", "more than a descriptor may hold");
  static final RuleInfo UNKNOWN_KEY =
      RuleInfo.error("unknown_key", "a key that means nothing here");
  static final RuleInfo UNREADABLE_FILE =
      RuleInfo.error("unreadable_file", "a file that cannot be read as text");
  static final RuleInfo VALUE_NOT_ALLOWED =
      RuleInfo.error("value_not_allowed", "a value that its key does not take");
  static final RuleInfo WRONG_TYPE =
      RuleInfo.error("wrong_type", "a value of another type than its key takes");

  private static final List<RuleInfo> ALL =
      List.of(
          CYCLE,
          DANGLING_ARROW,
          DUPLICATE_KEY,
          EMPTY_VALUE,
          ENVIRONMENT_NAME,
          KEY_CLASH,
          MERGE_KEY,
          MISSING_KEY,
          OUTSIDE_PROJECT,
          SYNTAX,
          TOO_LARGE,
          UNKNOWN_KEY,
          UNREADABLE_FILE,
          VALUE_NOT_ALLOWED,
          WRONG_TYPE);

  private DescriptorRules() {}

  /** All of them, sorted by id. */
  public static List<RuleInfo> all() {
    return ALL;
  }
}
