# app.jobs.nightly
resource "aws_ecs_task_definition" "nightly" {
  family             = "demo-nightly"
  execution_role_arn = aws_iam_role.nightly_execution.arn

  container_definitions = jsonencode([{
    name = "nightly"
    secrets = [
      { name = "API_KEY", valueFrom = aws_secretsmanager_secret.key.arn },
    ]
  }])
}

resource "aws_iam_role_policy" "nightly_execution" {
  name = "read-secrets"
  role = aws_iam_role.nightly_execution.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Deny"
        Action   = ["secretsmanager:GetSecretValue"]
        Resource = [aws_secretsmanager_secret.key.arn]
      },
    ]
  })
}

# app.services.api
resource "aws_iam_role" "nightly_execution" {
  name = "demo-nightly-execution"
}
