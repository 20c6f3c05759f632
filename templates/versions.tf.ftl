terraform {
  # 1.11 brought write-only arguments and the S3 backend's own locking.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      version = "~> 6.25"
    }
  }
}
