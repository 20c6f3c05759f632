# [=vpc.at]
resource "aws_vpc" "main" {
  cidr_block = "[=vpc.cidr]"
  enable_dns_hostnames = true
  enable_dns_support = true

  tags = {
    Name = "[=vpc.name]"
  }
}

# [=vpc.at]
# Without rules: what leans on the default group by accident reaches nothing.
resource "aws_default_security_group" "main" {
  vpc_id = [=vpc.id]

  tags = {
    Name = "[=vpc.name]-default"
  }
}
<#if vpc.gateway??>

# [=vpc.at]
resource "aws_internet_gateway" "main" {
  vpc_id = [=vpc.id]

  tags = {
    Name = "[=vpc.name]"
  }
}
</#if>
