<#if topic??>
# [=topic.at]
resource "aws_sns_topic" "alarms" {
  name = "[=topic.name]"
}
<#if topic.policy??>

# [=topic.at]
resource "aws_sns_topic_policy" "alarms" {
  arn = [=topic.arn]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid = "Alarms"
        Effect = "Allow"
        Action = "sns:Publish"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Resource = [=topic.arn]
        Condition = {
          StringEquals = { "aws:SourceAccount" = "[=account]" }
        }
      },
      {
        Sid = "FailedJobs"
        Effect = "Allow"
        Action = "sns:Publish"
        Principal = { Service = "events.amazonaws.com" }
        Resource = [=topic.arn]
        Condition = {
          ArnEquals = { "aws:SourceArn" = [=topic.policy] }
        }
      },
    ]
  })
}
</#if>
<#list topic.subscriptions as subscription>

# [=subscription.at]
resource "aws_sns_topic_subscription" "[=subscription.label]" {
  topic_arn = [=topic.arn]
  protocol = "[=subscription.protocol]"
  endpoint = "[=subscription.endpoint]"
}
</#list>
<#list alarms as alarm>

# [=alarm.at]
resource "aws_cloudwatch_metric_alarm" "[=alarm.label]" {
  alarm_name = "[=alarm.name]"
  alarm_description = "[=alarm.description]"
  namespace = "[=alarm.namespace]"
  metric_name = "[=alarm.metric]"
  <#if alarm.percentile??>
  extended_statistic = "[=alarm.percentile]"
  </#if>
  <#if alarm.statistic??>
  statistic = "[=alarm.statistic]"
  </#if>
  period = 300
  evaluation_periods = [=alarm.periods]
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold = [=alarm.threshold]
  treat_missing_data = "notBreaching"
  alarm_actions = [[=topic.arn]]
  ok_actions = [[=topic.arn]]

  dimensions = {
    <#list alarm.dimensions as dimension>
    [=dimension.name] = [=dimension.value]
    </#list>
  }
}
</#list>
<#list jobs as job>

# [=job.at]
# A task of the job that ended with anything but 0, or never started.
resource "aws_cloudwatch_event_rule" "[=job.label]" {
  name = "[=job.name]"
  description = "The job [=job.key] failed"

  event_pattern = jsonencode({
    source = ["aws.ecs"]
    "detail-type" = ["ECS Task State Change"]
    detail = {
      clusterArn = [[=job.cluster]]
      group = ["[=job.group]"]
      lastStatus = ["STOPPED"]
      "$or" = [
        { containers = { exitCode = [{ "anything-but" = 0 }] } },
        { stopCode = ["TaskFailedToStart"] },
      ]
    }
  })
}

# [=job.at]
resource "aws_cloudwatch_event_target" "[=job.label]" {
  rule = [=job.rule]
  target_id = "alarms"
  arn = [=topic.arn]
}
</#list>
</#if>
