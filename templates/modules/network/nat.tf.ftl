<#list gateways as gateway>

# [=gateway.at]
resource "aws_eip" "[=gateway.label]" {
  domain = "vpc"

  tags = {
    Name = "[=gateway.name]"
  }
}

# [=gateway.at]
resource "aws_nat_gateway" "[=gateway.label]" {
  allocation_id = [=gateway.address]
  subnet_id = [=gateway.subnet]

  tags = {
    Name = "[=gateway.name]"
  }

  depends_on = [[=gateway.internetGateway]]
}
</#list>
