<#list groups as group>

# [=group.at]
resource "aws_cloudwatch_log_group" "[=group.label]" {
  name = "[=group.name]"
  retention_in_days = [=group.retentionDays]
}
</#list>
