# A file that is laid out already stays as it is.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = { Environment = "preprod", ManagedBy = "terraform" }
  }
}

variable "region" {
  type        = string
  description = "Where everything stands"
}
