<#list variables as variable>

variable "[=variable.name]" {
  description = "[=variable.description]"
  type = [=variable.type]
}
</#list>
