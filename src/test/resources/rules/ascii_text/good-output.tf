resource "aws_security_group" "main" {
  name        = "demo-main"
  description = "Who may enter: ${var.who}"
}

resource "aws_ssm_parameter" "greeting" {
  name  = "/demo/greeting"
  value = "¡Hola!"
}

# An alarm's name may have accents.
resource "aws_cloudwatch_metric_alarm" "latency" {
  alarm_name = "Latencia de la aplicación"
}
