<#list roles as role>

# [=role.at]
resource "aws_iam_role" "[=role.label]" {
  name = "[=role.name]"
  description = "[=role.description]"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = "[=role.service]" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = "[=account]" }
      }
    }]
  })
}
<#if role.statements??>

# [=role.at]
resource "aws_iam_role_policy" "[=role.label]" {
  name = "[=role.policyName]"
  role = [=role.id]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      <#list role.statements as statement>
      {
        <#if statement.comment??>
        # [=statement.comment]
        </#if>
        Sid = "[=statement.sid]"
        Effect = "Allow"
        Action = [<#list statement.actions as action>"[=action]"<#sep>, </#sep></#list>]
        Resource = [=statement.resources]
        <#if statement.cluster??>
        Condition = {
          ArnEquals = { "ecs:cluster" = [=statement.cluster] }
        }
        </#if>
      },
      </#list>
    ]
  })
}
</#if>
</#list>
