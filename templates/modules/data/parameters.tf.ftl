<#list parameters as parameter>

# [=parameter.at]
resource "aws_ssm_parameter" "[=parameter.key]" {
  name = "[=parameter.name]"
  <#if parameter.description??>
  description = "[=parameter.description]"
  </#if>
  type = "String"
  value = "[=parameter.value]"
}
</#list>
