resource "aws_ecs_service" "api" {
  name            = "api"
  desired_count   = 2
  cluster         = aws_ecs_cluster.main.id         # one for all
  task_definition = aws_ecs_task_definition.api.arn # latest

  launch_type = "FARGATE"
  # a comment on its own ends a run
  enable_execute_command = true
  wait                   = false
  tags = {
    Name        = "api"
    Environment = var.environment
  }
  propagate_tags = "SERVICE"
  network_configuration {
    subnets          = [aws_subnet.a.id, aws_subnet.b.id]
    assign_public_ip = false
  }
  timeouts { create = "5m" }
  lifecycle {
    ignore_changes = [
      desired_count,
      task_definition,
    ]
  }
  a = 1
  /* a block comment on its own */
  bcd = 2
  e = f(
    1,
  )
  ghi = 3
}
locals {}
output "x" { value = 1 }
