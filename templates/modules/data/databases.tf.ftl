<#list databases as database>

# [=database.at]
resource "aws_db_subnet_group" "[=database.key]" {
  name = "[=database.subnetGroupName]"
  description = "Subnets of the database [=database.key]"
  subnet_ids = [=database.subnets]
}

# [=database.at]
resource "aws_rds_cluster" "[=database.key]" {
  cluster_identifier = "[=database.name]"
  engine = "[=database.engine]"
  engine_version = "[=database.version]"
  database_name = "[=database.database]"
  port = [=database.port]

  # RDS makes the master password and keeps it in Secrets Manager; it is in no state.
  master_username = "[=database.user]"
  manage_master_user_password = true

  db_subnet_group_name = [=database.subnetGroup]
  vpc_security_group_ids = [[=database.securityGroup]]
  storage_encrypted = true

  backup_retention_period = [=database.backupDays]
  <#if database.backupWindow??>
  preferred_backup_window = "[=database.backupWindow]"
  </#if>
  <#if database.maintenanceWindow??>
  preferred_maintenance_window = "[=database.maintenanceWindow]"
  </#if>
  copy_tags_to_snapshot = true
  deletion_protection = [=database.isProtected]
  <#if database.isProtected>
  skip_final_snapshot = false
  final_snapshot_identifier = "[=database.finalSnapshot]"
  <#else>
  skip_final_snapshot = true
  </#if>

  serverlessv2_scaling_configuration {
    min_capacity = [=database.minCapacity]
    max_capacity = [=database.maxCapacity]
  }
}
<#list database.instances as instance>

# [=database.at]
resource "aws_rds_cluster_instance" "[=instance.label]" {
  identifier = "[=instance.name]"
  cluster_identifier = [=instance.cluster]
  engine = [=instance.engine]
  engine_version = [=instance.version]
  instance_class = "db.serverless"
  publicly_accessible = false
}
</#list>
<#if database.rotation??>

# [=database.rotation.at]
# Without a function: RDS rotates the password that it manages.
resource "aws_secretsmanager_secret_rotation" "[=database.rotation.label]" {
  secret_id = [=database.rotation.secret]
  rotate_immediately = false

  rotation_rules {
    automatically_after_days = [=database.rotation.days]
  }
}
</#if>
</#list>
