<#list tasks as task>

# [=task.at]
resource "aws_ecs_task_definition" "[=task.label]" {
  family = "[=task.family]"
  requires_compatibilities = ["FARGATE"]
  network_mode = "awsvpc"
  cpu = [=task.cpu]
  memory = [=task.memory]
  execution_role_arn = [=task.executionRole]
  task_role_arn = [=task.taskRole]

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture = "[=task.architecture]"
  }

  container_definitions = jsonencode([{
    name = "[=task.container]"
    image = "${[=task.repositoryUrl]}:[=task.tag]"
    essential = true
    <#if task.command??>
    command = [<#list task.command as word>"[=word]"<#sep>, </#sep></#list>]
    </#if>
    <#if task.port??>
    portMappings = [{
      containerPort = [=task.port]
      protocol = "tcp"
    }]
    </#if>
    environment = [
      <#list task.environment as variable>
      { name = "[=variable.name]", value = [=variable.value] },
      </#list>
    ]
    secrets = [
      <#list task.secrets as secret>
      { name = "[=secret.name]", valueFrom = [=secret.value] },
      </#list>
    ]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        "awslogs-group" = [=task.logGroup]
        "awslogs-region" = "[=region]"
        "awslogs-stream-prefix" = "[=task.container]"
      }
    }
  }])
}
</#list>
