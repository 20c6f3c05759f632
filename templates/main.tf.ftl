<#list modules as module>

module "[=module.name]" {
  source = "./modules/[=module.name]"
  <#list module.groups as group>

  <#list group as argument>
  [=argument.name] = [=argument.value]
  </#list>
  </#list>
}
</#list>
