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
  referenced_security_group_id = [=rule.peerGroup]
  ip_protocol = "tcp"
  from_port = [=rule.port]
  to_port = [=rule.port]
}
</#list>
<#list ingress as rule>

# [=rule.at]
resource "aws_vpc_security_group_ingress_rule" "[=rule.label]" {
  security_group_id = [=rule.group]
  description = "[=rule.description]"
  referenced_security_group_id = [=rule.peerGroup]
  ip_protocol = "tcp"
  from_port = [=rule.port]
  to_port = [=rule.port]
}
</#list>
