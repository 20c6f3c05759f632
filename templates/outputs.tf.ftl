<#list outputs as output>

output "[=output.name]" {
  description = "[=output.description]"
  value = [=output.value]
}
</#list>
