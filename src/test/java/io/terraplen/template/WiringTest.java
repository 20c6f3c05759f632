package io.terraplen.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WiringTest {

  private static final Address VPC = Address.resource("network", "aws_vpc", "main");
  private static final Address PRIVATE_A = Address.resource("network", "aws_subnet", "private_a");
  private static final Address PRIVATE_B = Address.resource("network", "aws_subnet", "private_b");
  private static final Address CLUSTER = Address.resource("data", "aws_rds_cluster", "aurora");
  private static final Address LB = Address.resource("app", "aws_lb", "main");

  private final Wiring wiring = new Wiring();
  private final Wiring.Scope app = wiring.from("app");

  @Test
  void withinAModuleNothingIsDeclared() {
    assertThat(wiring.from("network").ref(VPC, "id")).hasToString("aws_vpc.main.id");
    for (String module : Wiring.MODULES) {
      assertThat(wiring.outputs(module)).isEmpty();
      assertThat(wiring.variables(module)).isEmpty();
      assertThat(wiring.arguments(module)).isEmpty();
    }
    assertThat(wiring.targets()).containsExactly(VPC);
  }

  @Test
  void acrossModulesOutputVariableAndArgumentAreDeclared() {
    assertThat(app.ref(VPC, "id")).isEqualTo(app.ref(VPC, "id")).hasToString("var.network_vpc_id");
    assertThat(wiring.outputs("network"))
        .containsExactly(
            new Wiring.Output("vpc_id", "ID of the VPC", Ref.traversal("aws_vpc.main.id"), false));
    assertThat(wiring.variables("app"))
        .containsExactly(
            new Wiring.Variable("network_vpc_id", Ref.code("string"), "ID of the VPC", false));
    assertThat(wiring.arguments("app"))
        .containsExactly(
            new Wiring.Argument("network_vpc_id", Ref.traversal("module.network.vpc_id")));
    assertThat(wiring.targets()).containsExactly(VPC);
  }

  @Test
  void listsCrossAsOneValue() {
    List<Address> subnets = List.of(PRIVATE_A, PRIVATE_B);
    assertThat(wiring.from("network").refs("private_subnet_ids", subnets, "id"))
        .hasToString("[aws_subnet.private_a.id, aws_subnet.private_b.id]");
    assertThat(wiring.outputs("network")).isEmpty();
    assertThat(app.refs("private_subnet_ids", subnets, "id"))
        .hasToString("var.network_private_subnet_ids");
    Wiring.Output output = wiring.outputs("network").get(0);
    assertThat(output.description()).isEqualTo("IDs of the subnets private_a, private_b");
    assertThat(output.value()).hasToString("[aws_subnet.private_a.id, aws_subnet.private_b.id]");
    assertThat(wiring.variables("app").get(0).type()).hasToString("list(string)");
    assertThat(app.refs("nothing", List.of(), "id")).hasToString("[]");
  }

  @Test
  void spreadListsCrossOneByOne() {
    Address here = Address.resource("app", "aws_security_group", "api");
    Address there = Address.resource("data", "aws_security_group", "proxy");
    assertThat(app.refs("groups", List.of(here, there), "id"))
        .hasToString("[aws_security_group.api.id, var.data_proxy_security_group_id]");
  }

  @ParameterizedTest
  @CsvSource({
    "aws_vpc, main, id, vpc_id, ID of the VPC",
    "aws_secretsmanager_secret, openai, arn, openai_secret_arn, ARN of the secret openai",
    "aws_db_proxy, aurora, endpoint, aurora_proxy_endpoint, Endpoint of the proxy aurora",
    "aws_lb, main, dns_name, load_balancer_dns_name, DNS name of the load balancer",
    "aws_kms_key, data, arn, data_kms_key_arn, ARN of the KMS key data",
    "aws_s3_bucket, uploads, id, uploads_bucket_id, ID of the bucket uploads",
    "aws_flow_log, main, id, flow_log_id, ID of the flow log",
  })
  void namesAndDescriptionsFollow(
      String type, String label, String attribute, String name, String description) {
    app.ref(Address.resource("network", type, label), attribute);
    Wiring.Output output = wiring.outputs("network").get(0);
    assertThat(output.name()).isEqualTo(name);
    assertThat(output.description()).isEqualTo(description);
  }

  @Test
  void nestedAttributeNeedsAName() {
    String nested = "master_user_secret[0].secret_arn";
    assertThatIllegalStateException()
        .isThrownBy(() -> app.ref(CLUSTER, nested))
        .withMessage(
            "the output of `master_user_secret[0].secret_arn` of"
                + " `module.data.aws_rds_cluster.aurora` needs a name");
    assertThat(app.ref("aurora_master_secret_arn", CLUSTER, nested))
        .hasToString("var.data_aurora_master_secret_arn");
    assertThat(wiring.outputs("data").get(0).value())
        .hasToString("aws_rds_cluster.aurora.master_user_secret[0].secret_arn");
    assertThat(wiring.outputs("data").get(0).description())
        .isEqualTo("Secret ARN of the cluster aurora");
    assertThat(wiring.from("data").ref(CLUSTER, nested))
        .hasToString("aws_rds_cluster.aurora.master_user_secret[0].secret_arn");
  }

  @Test
  void portsAreNumbers() {
    app.ref(CLUSTER, "port");
    assertThat(wiring.variables("app").get(0).type()).hasToString("number");
  }

  @Test
  void secretsAreMarked() {
    app.ref(CLUSTER, "master_password");
    app.ref(Address.resource("data", "aws_ssm_parameter", "brands"), "value");
    app.ref(Address.resource("data", "aws_ssm_parameter", "brands"), "arn");
    assertThat(wiring.variables("app"))
        .extracting(v -> v.name() + " " + v.sensitive())
        .containsExactly(
            "data_aurora_cluster_master_password true",
            "data_brands_parameter_arn false",
            "data_brands_parameter_value true");
  }

  @Test
  void twoThingsWithOneNameAreRefused() {
    app.ref("endpoint", CLUSTER, "endpoint");
    assertThatIllegalStateException()
        .isThrownBy(() -> app.ref("endpoint", CLUSTER, "reader_endpoint"))
        .withMessageContaining("`endpoint` in module `data`");
  }

  @Test
  void backwardsReferenceIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> wiring.from("network").ref(LB, "arn"))
        .withMessage(
            "module `network` cannot refer to `module.app.aws_lb.main`: "
                + "module `app` depends on it");
    assertThatIllegalStateException()
        .isThrownBy(() -> app.ref(Address.resource("", "aws_x", "y"), "id"))
        .withMessageContaining("the root module depends on it");
    assertThat(wiring.targets()).isEmpty();
  }

  @Test
  void rootReadsModulesWithoutVariables() {
    Wiring.Scope root = wiring.from(Wiring.ROOT);
    Ref url = Ref.template().text("https://").ref(root.ref(LB, "dns_name")).text("/").build();
    wiring.rootOutput("url", "Where the service answers", url);
    assertThat(wiring.outputs("app").get(0).name()).isEqualTo("load_balancer_dns_name");
    assertThat(wiring.outputs(Wiring.ROOT))
        .containsExactly(
            new Wiring.Output(
                "url",
                "Where the service answers",
                Ref.code("\"https://${module.app.load_balancer_dns_name}/\""),
                false));
    assertThat(wiring.variables("app")).isEmpty();
    assertThat(wiring.variables(Wiring.ROOT)).isEmpty();
    assertThat(wiring.arguments(Wiring.ROOT)).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> wiring.rootOutput("url", "Where the service answers", Ref.number(1)));
  }

  @Test
  void declarationsAreSorted() {
    app.ref(VPC, "id");
    app.ref(CLUSTER, "arn");
    app.ref(VPC, "arn");
    assertThat(wiring.variables("app"))
        .extracting(Wiring.Variable::name)
        .containsExactly("data_aurora_cluster_arn", "network_vpc_arn", "network_vpc_id");
    assertThat(wiring.targets()).containsExactly(CLUSTER, VPC);
  }

  @Test
  void wholeBlocksAreNamedWithinTheirModuleOnly() {
    assertThat(app.blocks(List.of(LB))).hasToString("[aws_lb.main]");
    assertThat(wiring.targets()).containsExactly(LB);
    assertThatIllegalStateException().isThrownBy(() -> app.block(VPC));
  }

  @Test
  void onlyCodeOfOursBecomesAReference() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.resource("app", "aws_lb", "a\" {}"));
    assertThatIllegalArgumentException().isThrownBy(() -> app.ref(LB, "arn}\nx"));
    assertThatIllegalArgumentException().isThrownBy(() -> app.ref("a b", VPC, "id"));
    assertThatIllegalArgumentException().isThrownBy(() -> app.ref(LB, "arn").attr("x y"));
    assertThatIllegalArgumentException().isThrownBy(() -> wiring.from("apps"));
    assertThat(app.ref(LB, "tags").key("a\"${b}")).hasToString("aws_lb.main.tags[\"a\\\"$${b}\"]");
    assertThat(app.ref(LB, "subnets").item(0).attr("id")).hasToString("aws_lb.main.subnets[0].id");
    assertThatIllegalStateException().isThrownBy(() -> Ref.string("x").attr("id"));
  }

  @Test
  void addressesAreSpelledAsTerraformDoes() {
    assertThat(VPC).hasToString("module.network.aws_vpc.main");
    assertThat(Address.data("app", "aws_iam_policy_document", "api").local())
        .isEqualTo("data.aws_iam_policy_document.api");
    assertThat(Address.resource("", "aws_budgets_budget", "monthly"))
        .hasToString("aws_budgets_budget.monthly");
  }
}
