<#if cluster??>
# [=cluster.at]
resource "aws_ecs_cluster" "main" {
  name = "[=cluster.name]"

  setting {
    name = "containerInsights"
    value = "[=cluster.insights]"
  }
}

# [=cluster.at]
resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name = [=cluster.nameRef]
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}
</#if>
