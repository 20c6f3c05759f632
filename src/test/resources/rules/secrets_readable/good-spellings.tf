# app.services.api
resource "aws_ecs_task_definition" "api" {
  family             = "demo-api"
  execution_role_arn = aws_iam_role.api_execution.arn
  task_role_arn      = aws_iam_role.api_task.arn

  container_definitions = jsonencode([{
    name = "api"
    secrets = [
      { name = "DATABASE_USERNAME", valueFrom = "${var.data_main_secret_arn}:username::" },
      { name = "DATABASE_PASSWORD", valueFrom = "${var.data_main_secret_arn}:password::" },
      { name = "API_KEY", valueFrom = aws_secretsmanager_secret.key.arn },
      { name = "BRANDS", valueFrom = aws_ssm_parameter.brands.arn },
    ]
  }])
}

# app.services.api
resource "aws_iam_role_policy" "api_execution" {
  name = "read-secrets"
  role = aws_iam_role.api_execution.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = "secretsmanager:*"
      Resource = "*"
    }
  })
}

# app.services.api
resource "aws_iam_role_policy" "api_execution_parameters" {
  name = "read-parameters"
  role = aws_iam_role.api_execution.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:Get*"
      Resource = ["${aws_ssm_parameter.brands.arn}", "${var.data_main_secret_arn}*"]
    }]
  })
}

# Written elsewhere: what it allows is not to be seen here.
resource "aws_iam_role_policy" "api_task" {
  name   = "read-secrets"
  role   = aws_iam_role.api_task.id
  policy = data.aws_iam_policy_document.api_task.json
}

# app.services.api
resource "aws_iam_role" "api_execution" {
  name = "demo-api-execution"
}

# app.services.api
resource "aws_iam_role" "api_task" {
  name = "demo-api-task"
}
