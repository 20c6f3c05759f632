<#list jobs as job>

# [=job.at]
resource "aws_cloudwatch_event_rule" "[=job.key]" {
  name = "[=job.name]"
  description = "Starts the job [=job.key]"
  schedule_expression = "[=job.schedule]"
}

# [=job.at]
resource "aws_cloudwatch_event_target" "[=job.key]" {
  rule = [=job.rule]
  target_id = "[=job.targetId]"
  arn = [=job.cluster]
  role_arn = [=job.role]

  ecs_target {
    task_definition_arn = [=job.taskDefinition]
    task_count = 1
    group = "[=job.group]"
    enable_ecs_managed_tags = true
    propagate_tags = "TASK_DEFINITION"

    capacity_provider_strategy {
      capacity_provider = "FARGATE"
      base = 0
      weight = 1
    }

    network_configuration {
      subnets = [=job.subnets]
      security_groups = [[=job.securityGroup]]
      assign_public_ip = false
    }
  }
  <#if job.overrides??>

  # The service's own task definition, with another command: it must run to its end.
  input = jsonencode({
    <#if job.overrides.cpu??>
    cpu = "[=job.overrides.cpu]"
    </#if>
    <#if job.overrides.memory??>
    memory = "[=job.overrides.memory]"
    </#if>
    containerOverrides = [{
      name = "[=job.overrides.container]"
      <#if job.overrides.command??>
      command = [<#list job.overrides.command as word>"[=word]"<#sep>, </#sep></#list>]
      </#if>
      <#if job.overrides.environment??>
      environment = [
        <#list job.overrides.environment as variable>
        { name = "[=variable.name]", value = [=variable.value] },
        </#list>
      ]
      </#if>
    }]
  })
  </#if>
}
</#list>
