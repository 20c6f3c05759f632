package io.terraplen.template.view;

import io.terraplen.derive.Peer;
import io.terraplen.model.Bucket;
import io.terraplen.model.Database;
import io.terraplen.model.Parameter;
import io.terraplen.model.Secret;
import io.terraplen.model.Workload;
import io.terraplen.template.Address;

/** The addresses of generated blocks that more than one page refers to. */
final class Blocks {

  static final String NETWORK = "network";
  static final String DATA = "data";
  static final String APP = "app";

  private Blocks() {}

  static Address vpc() {
    return Address.resource(NETWORK, "aws_vpc", "main");
  }

  static Address internetGateway() {
    return Address.resource(NETWORK, "aws_internet_gateway", "main");
  }

  static Address subnet(String label) {
    return Address.resource(NETWORK, "aws_subnet", label);
  }

  static Address cluster(Database database) {
    return Address.resource(DATA, "aws_rds_cluster", database.key());
  }

  static Address proxy(Database database) {
    return Address.resource(DATA, "aws_db_proxy", database.key());
  }

  static Address bucket(Bucket bucket) {
    return Address.resource(DATA, "aws_s3_bucket", bucket.key());
  }

  static Address bucket(String key) {
    return Address.resource(DATA, "aws_s3_bucket", key);
  }

  static Address secret(Secret secret) {
    return Address.resource(DATA, "aws_secretsmanager_secret", secret.key());
  }

  static Address secret(String key) {
    return Address.resource(DATA, "aws_secretsmanager_secret", key);
  }

  static Address parameter(Parameter parameter) {
    return Address.resource(DATA, "aws_ssm_parameter", parameter.key());
  }

  static Address securityGroup(Peer peer) {
    return Address.resource(peer.isData() ? DATA : APP, "aws_security_group", peer.label());
  }

  static Address securityGroup(Workload workload) {
    return app("aws_security_group", workload.key());
  }

  static Address ecsCluster() {
    return app("aws_ecs_cluster", "main");
  }

  static Address taskDefinition(Workload workload) {
    return app("aws_ecs_task_definition", workload.key());
  }

  static Address taskRole(Workload workload) {
    return app("aws_iam_role", workload.key() + "_task");
  }

  static Address executionRole(Workload workload) {
    return app("aws_iam_role", workload.key() + "_execution");
  }

  static Address logGroup(Workload workload) {
    return app("aws_cloudwatch_log_group", workload.key());
  }

  static Address repository(String repository) {
    return app("aws_ecr_repository", label(repository));
  }

  static Address loadBalancer() {
    return app("aws_lb", "main");
  }

  static Address listener() {
    return app("aws_lb_listener", "main");
  }

  static Address targetGroup(String service) {
    return app("aws_lb_target_group", service);
  }

  static Address distribution(String site) {
    return app("aws_cloudfront_distribution", site);
  }

  /** A resource of the app module. */
  static Address app(String type, String label) {
    return Address.resource(APP, type, label);
  }

  /** A resource of the data module. */
  static Address data(String type, String label) {
    return Address.resource(DATA, type, label);
  }

  /** A resource of the network module. */
  static Address network(String type, String label) {
    return Address.resource(NETWORK, type, label);
  }

  /** A name as a Terraform label: what is no letter, digit or underscore becomes an underscore. */
  static String label(String name) {
    return name.replaceAll("[^A-Za-z0-9_]", "_");
  }
}
