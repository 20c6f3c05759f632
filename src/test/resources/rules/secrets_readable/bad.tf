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
  role = aws_iam_role.api_execution.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue"]
        Resource = [var.data_main_secret_arn]
      },
      {
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue"]
        Resource = [aws_ssm_parameter.brands.arn]
      },
    ]
  })
}

# app.services.api
resource "aws_iam_role_policy" "api_task" {
  name = "read-secrets"
  role = aws_iam_role.api_task.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue"]
        Resource = [aws_secretsmanager_secret.key.arn]
      },
      {
        Effect   = "Allow"
        Action   = ["ssm:GetParameters"]
        Resource = [aws_ssm_parameter.brands.arn]
      },
    ]
  })
}

# app.services.api
resource "aws_iam_role" "api_execution" {
  name = "demo-api-execution"
}

# app.services.api
resource "aws_iam_role" "api_task" {
  name = "demo-api-task"
}
