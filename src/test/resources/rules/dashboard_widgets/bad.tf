# app.dashboard
resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = "demo"

  dashboard_body = jsonencode({
    widgets = [
      {
        type = "metric"
        properties = {
          title   = "Requests"
          view    = "timeSeries"
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
          metrics = []
        }
      },
      {
        type       = "text"
        properties = { markdown = "What to look at first" }
      },
    ]
  })
}
