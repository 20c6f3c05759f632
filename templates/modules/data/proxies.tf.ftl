<#list proxies as proxy>

# [=proxy.at]
resource "aws_db_proxy" "[=proxy.key]" {
  name = "[=proxy.name]"
  engine_family = "POSTGRESQL"
  require_tls = [=proxy.requireTls]
  role_arn = [=proxy.role]
  vpc_subnet_ids = [=proxy.subnets]
  vpc_security_group_ids = [[=proxy.securityGroup]]

  auth {
    auth_scheme = "SECRETS"
    iam_auth = "DISABLED"
    secret_arn = [=proxy.secret]
  }

  depends_on = [[=proxy.policy]]
}

# [=proxy.at]
resource "aws_db_proxy_default_target_group" "[=proxy.key]" {
  db_proxy_name = [=proxy.id]

  connection_pool_config {
    max_connections_percent = [=proxy.maxConnectionsPercent]
  }
}

# [=proxy.at]
resource "aws_db_proxy_target" "[=proxy.key]" {
  db_proxy_name = [=proxy.id]
  target_group_name = [=proxy.targetGroup]
  db_cluster_identifier = [=proxy.cluster]

  # The proxy answers only once an instance does.
  depends_on = [=proxy.instances]
}

# [=proxy.at]
resource "aws_iam_role" "[=proxy.roleLabel]" {
  name = "[=proxy.roleName]"
  description = "RDS Proxy of the database [=proxy.key]"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = "rds.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = "[=account]" }
      }
    }]
  })
}

# [=proxy.at]
resource "aws_iam_role_policy" "[=proxy.roleLabel]" {
  name = "read-secret"
  role = [=proxy.roleId]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid = "ReadCredentials"
      Effect = "Allow"
      Action = ["secretsmanager:GetSecretValue"]
      Resource = [[=proxy.secret]]
    }]
  })
}
</#list>
