# app.sites.web
resource "aws_cloudfront_distribution" "web" {
  enabled             = true
  default_root_object = "index.html"

  # Not caching an error changes nobody's answer.
  custom_error_response {
    error_code            = 404
    error_caching_min_ttl = 0
  }

  custom_error_response {
    error_code         = 500
    response_page_path = "/sorry.html"
  }

  default_cache_behavior {
    target_origin_id = "bucket"

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.web.arn
    }
  }

  ordered_cache_behavior {
    path_pattern     = "/api/*"
    target_origin_id = "load-balancer"

    function_association {
      event_type   = "viewer-response"
      function_arn = aws_cloudfront_function.headers.arn
    }
  }
}
