<#if balancer??>
# [=balancer.at]
resource "aws_lb" "main" {
  name = "[=balancer.name]"
  load_balancer_type = "application"
  internal = false
  subnets = [=balancer.subnets]
  security_groups = [[=balancer.securityGroup]]
  idle_timeout = [=balancer.idleTimeout]
  enable_deletion_protection = [=balancer.isProtected]
  drop_invalid_header_fields = true
}

# [=balancer.at]
resource "aws_lb_listener" "main" {
  load_balancer_arn = [=balancer.arn]
  <#if balancer.certificate??>
  port = 443
  protocol = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn = [=balancer.certificate]
  <#else>
  port = 80
  protocol = "HTTP"
  </#if>

  # What no route leads to is not there.
  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "not found"
      status_code = "404"
    }
  }
}
<#list balancer.targets as target>

# [=target.at]
resource "aws_lb_target_group" "[=target.key]" {
  name = "[=target.name]"
  vpc_id = [=target.vpc]
  target_type = "ip"
  protocol = "HTTP"
  port = [=target.port]
  deregistration_delay = [=target.deregistrationDelay]

  health_check { # [=target.healthAt]
    path = "[=target.health]"
    <#if target.interval??>
    interval = [=target.interval]
    timeout = [=target.timeout]
    healthy_threshold = [=target.healthyAfter]
    unhealthy_threshold = [=target.unhealthyAfter]
    </#if>
    matcher = "200"
  }
}
</#list>
<#list balancer.rules as rule>

# [=rule.at]
resource "aws_lb_listener_rule" "[=rule.label]" {
  listener_arn = [=rule.listener]
  priority = [=rule.priority]

  condition {
    path_pattern {
      values = ["[=rule.path]"]
    }
  }

  action {
    type = "forward"
    target_group_arn = [=rule.group]
  }
}
</#list>
</#if>
