# app.hosts.bastion
resource "aws_vpc_security_group_ingress_rule" "ssh_from_anywhere" {
  security_group_id = aws_security_group.bastion.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}

# data.databases.main
resource "aws_vpc_security_group_ingress_rule" "database_from_anywhere" {
  security_group_id = aws_security_group.main.id
  cidr_ipv6         = "::/0"
  ip_protocol       = "tcp"
  from_port         = 5000
  to_port           = 6000
}

resource "aws_vpc_security_group_ingress_rule" "everything" {
  security_group_id = aws_security_group.main.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_security_group_rule" "files_from_anywhere" {
  type              = "ingress"
  security_group_id = aws_security_group.main.id
  cidr_blocks       = ["10.0.0.0/8", "0.0.0.0/0"]
  protocol          = "tcp"
  from_port         = 2049
  to_port           = 2049
}

# A comment that is no address.
resource "aws_security_group" "cache" {
  name   = "cache"
  vpc_id = aws_vpc.main.id

  ingress {
    cidr_blocks = ["0.0.0.0/0"]
    protocol    = "tcp"
    from_port   = 6379
    to_port     = 6379
  }

  ingress {
    ipv6_cidr_blocks = ["::/0"]
    protocol         = "tcp"
    from_port        = 443
    to_port          = 443
  }
}
