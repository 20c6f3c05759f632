# app.dashboard
resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = "demo"

  dashboard_body = jsonencode({
    widgets = [
      {
        type = "metric"
        properties = {
          title   = "Requests"
          region  = "us-east-1"
          view    = "timeSeries"
          period  = 300
          metrics = [["AWS/ApplicationELB", "RequestCount"]]
        }
      },
      {
        type = "metric"
        properties = {
          title   = "Errors"
          region  = "us-east-1"
          view    = "timeSeries"
          period  = 300
          metrics = local.error_metrics
        }
      },
      {
        type       = "text"
        properties = { markdown = "What to look at first" }
      },
    ]
  })
}

# Not written here: nothing to say.
resource "aws_cloudwatch_dashboard" "other" {
  dashboard_name = "other"
  dashboard_body = file("${path.module}/dashboard.json")
}
