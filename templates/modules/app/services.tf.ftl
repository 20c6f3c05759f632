<#list services as service>

# [=service.at]
resource "aws_ecs_service" "[=service.key]" {
  name = "[=service.name]"
  cluster = [=service.cluster]
  task_definition = [=service.taskDefinition]
  desired_count = [=service.tasks]
  enable_ecs_managed_tags = true
  propagate_tags = "SERVICE"
  <#if service.target??>
  health_check_grace_period_seconds = 60
  </#if>

  # [=service.deploymentAt]
  deployment_minimum_healthy_percent = [=service.minPercent]
  deployment_maximum_percent = [=service.maxPercent]

  deployment_circuit_breaker {
    enable = true
    rollback = [=service.rollback]
  }
  <#list service.capacity as capacity>

  capacity_provider_strategy { # [=capacity.at]
    capacity_provider = "[=capacity.provider]"
    base = [=capacity.base]
    weight = [=capacity.weight]
  }
  </#list>

  network_configuration {
    subnets = [=service.subnets]
    security_groups = [[=service.securityGroup]]
    assign_public_ip = false
  }
  <#if service.target??>

  load_balancer { # [=service.target.at]
    target_group_arn = [=service.target.group]
    container_name = "[=service.key]"
    container_port = [=service.target.port]
  }
  </#if>
  <#if service.scales>

  lifecycle {
    # Scaling sets the number of tasks.
    ignore_changes = [desired_count]
  }
  </#if>

  # A task needs its permissions, and a target group a listener, before the first one starts.
  depends_on = [=service.dependencies]
}
</#list>
