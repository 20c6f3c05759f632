<#list cloudfront as list>
# [=list.at]
# CloudFront's own addresses, kept by AWS.
data "aws_ec2_managed_prefix_list" "[=list.label]" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}
</#list>
<#list groups as group>

# [=group.at]
resource "aws_security_group" "[=group.label]" {
  name = "[=group.name]"
  description = "[=group.description]"
  vpc_id = [=group.vpc]

  tags = {
    Name = "[=group.name]"
  }
}
</#list>
<#list egress as rule>

# [=rule.at]
resource "aws_vpc_security_group_egress_rule" "[=rule.label]" {
  security_group_id = [=rule.group]
  description = "[=rule.description]"
  <#if rule.peerGroup??>
  referenced_security_group_id = [=rule.peerGroup]
  </#if>
  <#if rule.peerRange??>
  cidr_ipv4 = "[=rule.peerRange]"
  </#if>
  <#if rule.everyPort>
  ip_protocol = "-1"
  <#else>
  ip_protocol = "tcp"
  from_port = [=rule.port]
  to_port = [=rule.port]
  </#if>
}
</#list>
<#list ingress as rule>

# [=rule.at]
resource "aws_vpc_security_group_ingress_rule" "[=rule.label]" {
  security_group_id = [=rule.group]
  description = "[=rule.description]"
  <#if rule.peerGroup??>
  referenced_security_group_id = [=rule.peerGroup]
  </#if>
  <#if rule.peerPrefixList??>
  prefix_list_id = [=rule.peerPrefixList]
  </#if>
  ip_protocol = "tcp"
  from_port = [=rule.port]
  to_port = [=rule.port]
}
</#list>
