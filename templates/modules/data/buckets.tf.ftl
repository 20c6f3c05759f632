<#list buckets as bucket>

# [=bucket.at]
resource "aws_s3_bucket" "[=bucket.key]" {
  bucket = "[=bucket.name]"
}

# [=bucket.at]
resource "aws_s3_bucket_public_access_block" "[=bucket.key]" {
  bucket = [=bucket.id]
  block_public_acls = true
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}

# [=bucket.at]
resource "aws_s3_bucket_ownership_controls" "[=bucket.key]" {
  bucket = [=bucket.id]

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# [=bucket.at]
resource "aws_s3_bucket_server_side_encryption_configuration" "[=bucket.key]" {
  bucket = [=bucket.id]

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}
<#if bucket.versioned>

# [=bucket.versionedAt]
resource "aws_s3_bucket_versioning" "[=bucket.key]" {
  bucket = [=bucket.id]

  versioning_configuration {
    status = "Enabled"
  }
}
</#if>

# [=bucket.at]
resource "aws_s3_bucket_lifecycle_configuration" "[=bucket.key]" {
  bucket = [=bucket.id]

  rule {
    id = "abort-incomplete-uploads"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
  <#if bucket.expireAfterDays??>

  rule { # [=bucket.expireAt]
    id = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = [=bucket.expireAfterDays]
    }
  }
  </#if>
  <#if bucket.expireVersionsAfterDays??>

  rule { # [=bucket.versionedAt]
    id = "expire-old-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = [=bucket.expireVersionsAfterDays]
    }
  }
  </#if>
  <#if bucket.versioning??>

  depends_on = [[=bucket.versioning]]
  </#if>
}
<#if bucket.ownPolicy>

# [=bucket.at]
resource "aws_s3_bucket_policy" "[=bucket.key]" {
  bucket = [=bucket.id]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid = "DenyPlainHttp"
      Effect = "Deny"
      Action = "s3:*"
      Principal = "*"
      Resource = [[=bucket.arn], "${[=bucket.arn]}/*"]
      Condition = {
        Bool = { "aws:SecureTransport" = "false" }
      }
    }]
  })

  depends_on = [[=bucket.publicAccessBlock]]
}
</#if>
</#list>
