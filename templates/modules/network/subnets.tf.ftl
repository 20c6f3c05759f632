<#list subnets as subnet>

# [=subnet.at]
resource "aws_subnet" "[=subnet.label]" {
  vpc_id = [=subnet.vpc]
  availability_zone = "[=subnet.zone]"
  cidr_block = "[=subnet.cidr]"

  tags = {
    Name = "[=subnet.name]"
  }
}
</#list>
