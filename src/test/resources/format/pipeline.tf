resource "aws_cloudwatch_metric_alarm" "errors" {
  for_each = { for name, service in local.services : name => service if service.alarmed }

  alarm_name          = "${local.prefix}-${each.key}-errors"
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold > 0 ? each.value.threshold : 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
    TargetGroup  = aws_lb_target_group.service[each.key].arn_suffix
  }

  dynamic "metric_query" {
    for_each = each.value.queries
    content {
      id         = metric_query.value.id
      expression = "SUM(METRICS())"
    }
  }
}

resource "aws_iam_role_policy" "task" {
  role = aws_iam_role.task.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = "${aws_s3_bucket.uploads.arn}/*"
      },
    ]
  })
}
