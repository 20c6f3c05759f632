<#list acls as acl>

# [=acl.at]
resource "aws_wafv2_web_acl" "[=acl.label]" {
  <#if acl.region??>
  region = "[=acl.region]" # web ACLs of CloudFront live here
  </#if>
  name = "[=acl.name]"
  description = "[=acl.description]"
  scope = "[=acl.scope]"

  default_action {
    allow {}
  }

  rule { # [=acl.rateAt]
    name = "rate-limit"
    priority = 1

    action {
      block {}
    }

    statement {
      rate_based_statement {
        limit = [=acl.rateLimit]
        aggregate_key_type = "[=acl.aggregateKey]"
        <#if acl.forwarded>

        # Behind CloudFront every request comes from CloudFront: the client stands in the header.
        forwarded_ip_config {
          header_name = "X-Forwarded-For"
          fallback_behavior = "MATCH"
        }
        </#if>
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name = "rate-limit"
      sampled_requests_enabled = true
    }
  }
  <#list acl.managed as group>

  rule { # [=acl.managedAt]
    name = "[=group.name]"
    priority = [=group.priority]

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        vendor_name = "AWS"
        name = "AWSManagedRules[=group.name]"
        <#if group.botControl>

        managed_rule_group_configs {
          aws_managed_rules_bot_control_rule_set {
            inspection_level = "COMMON"
          }
        }
        </#if>
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name = "[=group.name]"
      sampled_requests_enabled = true
    }
  }
  </#list>

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name = "[=acl.name]"
    sampled_requests_enabled = true
  }
}
<#if acl.loadBalancer??>

# [=acl.at]
resource "aws_wafv2_web_acl_association" "[=acl.label]" {
  resource_arn = [=acl.loadBalancer]
  web_acl_arn = [=acl.arn]
}
</#if>
</#list>
