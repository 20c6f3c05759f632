<#list secrets as secret>

# [=secret.at]
# Created empty: its value is put there by people, and is in no state.
resource "aws_secretsmanager_secret" "[=secret.key]" {
  name = "[=secret.name]"
  <#if secret.description??>
  description = "[=secret.description]"
  </#if>
  recovery_window_in_days = [=secret.recoveryDays]
}
<#if secret.rotation??>

# [=secret.rotation.at]
# Not at once: there is no value to rotate until somebody has put one.
resource "aws_secretsmanager_secret_rotation" "[=secret.key]" {
  secret_id = [=secret.id]
  rotation_lambda_arn = "[=secret.rotation.function]"
  rotate_immediately = false

  rotation_rules {
    automatically_after_days = [=secret.rotation.days]
  }
}
</#if>
</#list>
