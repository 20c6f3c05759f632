<#list sites as site>

# [=site.at]
resource "aws_cloudfront_distribution" "[=site.key]" {
  enabled = true
  comment = "[=site.comment]"
  is_ipv6_enabled = true
  http_version = "http2and3"
  price_class = "[=site.priceClass]"
  default_root_object = "index.html"
  <#if site.domain??>
  aliases = ["[=site.domain.name]"]
  </#if>
  <#if site.webAcl??>
  web_acl_id = [=site.webAcl]
  </#if>

  origin {
    origin_id = "bucket"
    domain_name = [=site.bucketDomain]
    origin_access_control_id = [=site.accessControl]
  }
  <#if site.backend??>

  origin { # [=site.backend.at]
    origin_id = "load-balancer"
    domain_name = [=site.backend.domain]

    custom_origin_config {
      http_port = 80
      https_port = 443
      origin_protocol_policy = "[=site.backend.protocol]"
      origin_ssl_protocols = ["TLSv1.2"]
    }
  }
  </#if>

  default_cache_behavior {
    target_origin_id = "bucket"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods = ["GET", "HEAD", "OPTIONS"]
    cached_methods = ["GET", "HEAD"]
    compress = true
    cache_policy_id = "658327ea-f89d-4fab-a63d-7e88639e58f6" # AWS's CachingOptimized
    <#if site.rewrite??>

    function_association { # [=site.rewrite.at]
      event_type = "viewer-request"
      function_arn = [=site.rewrite.arn]
    }
    </#if>
  }
  <#list site.behaviors as behavior>

  ordered_cache_behavior { # [=behavior.at]
    path_pattern = "[=behavior.path]"
    target_origin_id = "load-balancer"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    cached_methods = ["GET", "HEAD"]
    compress = true
    cache_policy_id = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" # AWS's CachingDisabled
    origin_request_policy_id = "b689b0a8-53d0-40ab-baf2-68738e2966ac" # AWS's AllViewerExceptHostHeader
  }
  </#list>

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    <#if site.domain??>
    acm_certificate_arn = [=site.domain.certificate]
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method = "sni-only"
    <#else>
    cloudfront_default_certificate = true
    </#if>
  }
}

# [=site.at]
resource "aws_cloudfront_origin_access_control" "[=site.key]" {
  name = "[=site.accessControlName]"
  description = "CloudFront reads the bucket of the site [=site.key]"
  origin_access_control_origin_type = "s3"
  signing_behavior = "always"
  signing_protocol = "sigv4"
}
<#if site.rewrite??>

# [=site.rewrite.at]
resource "aws_cloudfront_function" "[=site.key]" {
  name = "[=site.rewrite.name]"
  comment = "Paths of the single-page application show index.html"
  runtime = "cloudfront-js-2.0"
  publish = true
  code = file("${path.module}/functions/spa_rewrite.js")
}
</#if>

# [=site.at]
resource "aws_s3_bucket_policy" "[=site.key]" {
  bucket = [=site.bucketId]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid = "ReadByDistribution"
        Effect = "Allow"
        Action = "s3:GetObject"
        Principal = { Service = "cloudfront.amazonaws.com" }
        Resource = "${[=site.bucketArn]}/*"
        Condition = {
          StringEquals = { "aws:SourceArn" = [=site.distributionArn] }
        }
      },
      {
        Sid = "DenyPlainHttp"
        Effect = "Deny"
        Action = "s3:*"
        Principal = "*"
        Resource = [[=site.bucketArn], "${[=site.bucketArn]}/*"]
        Condition = {
          Bool = { "aws:SecureTransport" = "false" }
        }
      },
    ]
  })
}
</#list>
