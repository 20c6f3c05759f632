<#if state??>

# [=state.at]
terraform {
  backend "s3" {
    bucket = "[=state.bucket]"
    key = "[=state.key]"
    region = "[=state.region]"
    encrypt = true
    use_lockfile = true
  }
}
</#if>
