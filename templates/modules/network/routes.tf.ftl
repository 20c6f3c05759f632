<#list tables as table>

# [=table.at]
resource "aws_route_table" "[=table.label]" {
  vpc_id = [=table.vpc]

  tags = {
    Name = "[=table.name]"
  }
}
<#if table.internetGateway??>

# [=table.at]
resource "aws_route" "[=table.label]_internet" {
  route_table_id = [=table.id]
  destination_cidr_block = "0.0.0.0/0"
  gateway_id = [=table.internetGateway]
}
</#if>
<#if table.natGateway??>

# [=table.natAt]
resource "aws_route" "[=table.label]_nat" {
  route_table_id = [=table.id]
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id = [=table.natGateway]
}
</#if>
<#list table.subnets as subnet>

# [=subnet.at]
resource "aws_route_table_association" "[=subnet.label]" {
  subnet_id = [=subnet.id]
  route_table_id = [=table.id]
}
</#list>
</#list>
