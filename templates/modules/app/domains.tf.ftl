<#list zones as zone>

# [=zone.at]
data "aws_route53_zone" "[=zone.label]" {
  name = "[=zone.name]"
}
</#list>
<#list domains as domain>

# [=domain.at]
resource "aws_acm_certificate" "[=domain.label]" {
  <#if domain.region??>
  region = "[=domain.region]" # CloudFront takes certificates of this region only
  </#if>
  domain_name = "[=domain.name]"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

# [=domain.at]
resource "aws_route53_record" "[=domain.label]_validation" {
  zone_id = [=domain.zone]
  name = one([=domain.options]).resource_record_name
  type = one([=domain.options]).resource_record_type
  records = [one([=domain.options]).resource_record_value]
  ttl = 300
  allow_overwrite = true
}

# [=domain.at]
resource "aws_acm_certificate_validation" "[=domain.label]" {
  <#if domain.region??>
  region = "[=domain.region]"
  </#if>
  certificate_arn = [=domain.certificate]
  validation_record_fqdns = [[=domain.record]]
}
<#list domain.aliases as alias>

# [=domain.at]
resource "aws_route53_record" "[=alias.label]" {
  zone_id = [=domain.zone]
  name = "[=domain.name]"
  type = "[=alias.type]"

  alias {
    name = [=alias.target]
    zone_id = [=alias.targetZone]
    evaluate_target_health = [=alias.evaluateHealth]
  }
}
</#list>
</#list>
