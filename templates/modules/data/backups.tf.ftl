<#list plans as plan>

# [=plan.at]
resource "aws_backup_vault" "[=plan.key]" {
  name = "[=plan.vaultName]"
}

# [=plan.at]
resource "aws_backup_plan" "[=plan.key]" {
  name = "[=plan.name]"

  rule {
    rule_name = "[=plan.name]"
    target_vault_name = [=plan.vault]
    schedule = "[=plan.schedule]"

    lifecycle {
      delete_after = [=plan.retentionDays]
    }
  }
}

# [=plan.at]
resource "aws_backup_selection" "[=plan.key]" {
  name = "[=plan.name]"
  plan_id = [=plan.id]
  iam_role_arn = [=plan.role]
  resources = [
    <#list plan.resources as resource>
    [=resource],
    </#list>
  ]
}

# [=plan.at]
resource "aws_iam_role" "[=plan.roleLabel]" {
  name = "[=plan.roleName]"
  description = "AWS Backup plan [=plan.key]"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = "backup.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = "[=account]" }
      }
    }]
  })
}

# [=plan.at]
# AWS's own policy for the service: what a backup touches changes with what AWS Backup supports.
resource "aws_iam_role_policy_attachment" "[=plan.roleLabel]" {
  role = [=plan.roleId]
  policy_arn = "arn:[=partition]:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"
}
</#list>
