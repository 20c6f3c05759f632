<#if dashboard??>
# [=dashboard.at]
resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = "[=dashboard.name]"

  dashboard_body = jsonencode({
    widgets = [
      <#list dashboard.widgets as widget>
      {
        type = "metric"
        x = [=widget.x]
        y = [=widget.y]
        width = 12
        height = 6
        properties = {
          title = "[=widget.title]"
          region = "[=widget.region]"
          view = "timeSeries"
          stacked = false
          period = 300
          stat = "[=widget.stat]"
          metrics = [
            <#list widget.metrics as metric>
            [<#list metric as part>[=part]<#sep>, </#sep></#list>],
            </#list>
          ]
        }
      },
      </#list>
    ]
  })
}
</#if>
