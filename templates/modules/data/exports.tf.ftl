<#list exports as export>

# [=export.at]
resource "aws_kms_key" "[=export.label]" {
  description = "Encrypts the exports of the database [=export.key]"
  enable_key_rotation = true
  deletion_window_in_days = 30
}

# [=export.at]
resource "aws_kms_alias" "[=export.label]" {
  name = "[=export.alias]"
  target_key_id = [=export.keyId]
}

# [=export.at]
# Writes the export into the bucket.
resource "aws_iam_role" "[=export.label]" {
  name = "[=export.roleName]"
  description = "RDS exports the database [=export.key] to S3"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = "export.rds.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = "[=account]" }
      }
    }]
  })
}

# [=export.at]
resource "aws_iam_role_policy" "[=export.label]" {
  name = "write-bucket"
  role = [=export.roleId]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid = "FindBucket"
        Effect = "Allow"
        Action = ["s3:GetBucketLocation", "s3:ListBucket"]
        Resource = [[=export.bucketArn]]
      },
      {
        # StartExportTask asks for these by prefix.
        Sid = "WriteExports"
        Effect = "Allow"
        Action = ["s3:DeleteObject*", "s3:GetObject*", "s3:PutObject*"]
        Resource = ["${[=export.bucketArn]}/*"]
      },
    ]
  })
}

# [=export.at]
# Starts the export; only the scheduler of this account takes this role.
resource "aws_iam_role" "[=export.scheduleLabel]" {
  name = "[=export.scheduleRoleName]"
  description = "Scheduler starts the export of the database [=export.key]"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = "[=account]" }
      }
    }]
  })
}

# [=export.at]
resource "aws_iam_role_policy" "[=export.scheduleLabel]" {
  name = "start-export"
  role = [=export.scheduleRoleId]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        # AWS knows no narrower resource for this action; the role and the key below bound it.
        Sid = "StartExport"
        Effect = "Allow"
        Action = ["rds:StartExportTask"]
        Resource = ["*"]
      },
      {
        Sid = "PassExportRole"
        Effect = "Allow"
        Action = ["iam:PassRole"]
        Resource = [[=export.role]]
      },
      {
        Sid = "UseKey"
        Effect = "Allow"
        Action = ["kms:CreateGrant", "kms:DescribeKey"]
        Resource = [[=export.keyArn]]
      },
    ]
  })
}

# [=export.at]
resource "aws_scheduler_schedule" "[=export.label]" {
  name = "[=export.scheduleName]"
  description = "Exports the database [=export.key] to S3 as Parquet"
  schedule_expression = "[=export.schedule]"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn = "arn:[=partition]:scheduler:::aws-sdk:rds:startExportTask"
    role_arn = [=export.scheduleRole]

    # The scheduler fills in the execution id: every export needs an identifier of its own.
    input = replace(replace(jsonencode({
      ExportTaskIdentifier = "[=export.identifier]-<aws.scheduler.execution-id>"
      SourceArn = [=export.clusterArn]
      S3BucketName = [=export.bucketId]
      S3Prefix = "[=export.key]"
      IamRoleArn = [=export.role]
      KmsKeyId = [=export.keyArn]
      <#if export.only??>
      ExportOnly = [
        <#list export.only as name>
        "[=name]",
        </#list>
      ]
      </#if>
    }), "\\u003c", "<"), "\\u003e", ">") # jsonencode writes the brackets as escapes
  }
}
</#list>
