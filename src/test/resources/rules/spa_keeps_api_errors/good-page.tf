# A site of pages only: nothing but its bucket answers, so its own 404 page hides no API's error.
resource "aws_cloudfront_distribution" "docs" {
  enabled             = true
  default_root_object = "index.html"

  custom_error_response {
    error_code         = 404
    response_code      = 404
    response_page_path = "/404.html"
  }

  default_cache_behavior {
    target_origin_id = "bucket"
  }
}
