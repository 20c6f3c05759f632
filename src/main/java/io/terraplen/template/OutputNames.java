package io.terraplen.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an output is called, described and typed as, all from the address and the attribute. */
final class OutputNames {

  /** The label that a module's only block of a kind bears; names leave it out. */
  private static final String ONLY = "main";

  private static final Pattern ATTRIBUTE =
      Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*|\\[[0-9]+]|\\[\\*])*");

  /** Words that are written in capitals. */
  private static final Map<String, String> ACRONYMS = acronyms();

  /** Attributes whose value is a number; all others that modules pass are strings. */
  private static final Set<String> NUMBERS = Set.of("port");

  /** Attributes that the provider marks as sensitive; {@code value} is so in SSM parameters. */
  private static final Set<String> SENSITIVE =
      Set.of("auth_token", "master_password", "password", "secret_string");

  private static final Map<String, String> NOUNS = nouns();

  private OutputNames() {}

  /** Kinds that people call otherwise than the type without {@code aws_}. */
  private static Map<String, String> nouns() {
    Map<String, String> nouns = new LinkedHashMap<>();
    nouns.put("aws_acm_certificate", "certificate");
    nouns.put("aws_acm_certificate_validation", "validated_certificate");
    nouns.put("aws_cloudfront_distribution", "distribution");
    nouns.put("aws_cloudwatch_log_group", "log_group");
    nouns.put("aws_cloudwatch_metric_alarm", "alarm");
    nouns.put("aws_db_instance", "database");
    nouns.put("aws_db_proxy", "proxy");
    nouns.put("aws_db_subnet_group", "database_subnet_group");
    nouns.put("aws_ec2_managed_prefix_list", "prefix_list");
    nouns.put("aws_ecr_repository", "repository");
    nouns.put("aws_ecs_cluster", "cluster");
    nouns.put("aws_ecs_service", "service");
    nouns.put("aws_ecs_task_definition", "task_definition");
    nouns.put("aws_efs_access_point", "access_point");
    nouns.put("aws_efs_file_system", "file_system");
    nouns.put("aws_elasticache_cluster", "cache");
    nouns.put("aws_elasticache_replication_group", "cache");
    nouns.put("aws_elasticache_subnet_group", "cache_subnet_group");
    nouns.put("aws_iam_instance_profile", "instance_profile");
    nouns.put("aws_iam_openid_connect_provider", "oidc_provider");
    nouns.put("aws_iam_role", "role");
    nouns.put("aws_instance", "host");
    nouns.put("aws_lambda_function", "function");
    nouns.put("aws_lb", "load_balancer");
    nouns.put("aws_lb_listener", "listener");
    nouns.put("aws_lb_target_group", "target_group");
    nouns.put("aws_rds_cluster", "cluster");
    nouns.put("aws_rds_cluster_instance", "cluster_instance");
    nouns.put("aws_route53_zone", "zone");
    nouns.put("aws_s3_bucket", "bucket");
    nouns.put("aws_secretsmanager_secret", "secret");
    nouns.put("aws_service_discovery_private_dns_namespace", "namespace");
    nouns.put("aws_sns_topic", "topic");
    nouns.put("aws_sqs_queue", "queue");
    nouns.put("aws_ssm_parameter", "parameter");
    nouns.put("aws_wafv2_web_acl", "web_acl");
    return nouns;
  }

  private static Map<String, String> acronyms() {
    Map<String, String> acronyms = new LinkedHashMap<>();
    for (String word :
        List.of("ACL", "ARN", "DNS", "IAM", "ID", "IP", "KMS", "NAT", "URL", "VPC")) {
      String lower = word.toLowerCase(Locale.ROOT);
      acronyms.put(lower, word);
      acronyms.put(lower + "s", word + "s");
    }
    acronyms.put("cidr", "CIDR");
    acronyms.put("oidc", "OIDC");
    return acronyms;
  }

  private static String noun(String type) {
    String plain = type.startsWith("aws_") ? type.substring("aws_".length()) : type;
    return NOUNS.getOrDefault(type, plain);
  }

  /** Label, noun and attribute, as in {@code aurora_proxy_endpoint}. */
  static String nameOf(Address target, String attribute) {
    if (!Hcl.isIdentifier(attribute)) {
      throw new IllegalStateException(
          "the output of `" + attribute + "` of `" + target + "` needs a name");
    }
    String label = target.label().equals(ONLY) ? "" : target.label() + "_";
    String noun = noun(target.type());
    // `api_repository_url`, not `api_repository_repository_url`.
    return label + (attribute.startsWith(noun + "_") ? "" : noun + "_") + attribute;
  }

  /** The attribute, checked to be a path of names and indexes. */
  static String checkedAttribute(String attribute) {
    if (!ATTRIBUTE.matcher(attribute).matches()) {
      throw new IllegalArgumentException("`" + attribute + "` is no attribute's path");
    }
    return attribute;
  }

  static String typeOf(String attribute) {
    String type = NUMBERS.contains(last(attribute)) ? "number" : "string";
    return attribute.contains("[*]") ? "list(" + type + ")" : type;
  }

  static boolean isSensitive(Address target, String attribute) {
    return SENSITIVE.contains(last(attribute))
        || (target.type().equals("aws_ssm_parameter") && attribute.equals("value"));
  }

  /** In words: {@code ARN of the secret openai}. */
  static String describe(Address target, String attribute) {
    String label = target.label().equals(ONLY) ? "" : " " + target.label();
    return capital(words(last(attribute))) + " of the " + words(noun(target.type())) + label;
  }

  /** In words: {@code IDs of the subnets private_a, private_b}. */
  static String describe(List<Address> targets, String attribute) {
    String kinds =
        targets.stream()
            .map(target -> words(plural(noun(target.type()))))
            .distinct()
            .collect(Collectors.joining(" and "));
    String labels = targets.stream().map(Address::label).collect(Collectors.joining(", "));
    return capital(words(plural(last(attribute)))) + " of the " + kinds + " " + labels;
  }

  private static String plural(String noun) {
    if (noun.endsWith("y") && !noun.endsWith("ay") && !noun.endsWith("ey")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.endsWith("s") ? noun + "es" : noun + "s";
  }

  private static String words(String snake) {
    return Pattern.compile("[_.]|\\[[0-9*]+]\\.?")
        .splitAsStream(snake)
        .filter(word -> !word.isEmpty())
        .map(OutputNames::cased)
        .collect(Collectors.joining(" "));
  }

  private static String cased(String word) {
    return ACRONYMS.getOrDefault(word, word);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String last(String attribute) {
    return attribute.substring(attribute.lastIndexOf('.') + 1);
  }
}
