# data.databases.main
resource "aws_security_group" "main" {
  name        = "demo-main"
  description = "Grupo de la base de datos: ¿quién entra?"
}

# Written by hand, so it has no line in the descriptor.
resource "aws_wafv2_web_acl" "extra" {
  name  = "límite"
  scope = "REGIONAL"

  rule {
    name     = "rate limit"
    priority = 1
  }

  tags = {
    owner    = "plataforma, Bogotá"
    "diseño" = "ana"
  }
}
