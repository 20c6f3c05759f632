provider "aws" {
  region = "[=environment.region]"
  # Credentials of any other account are refused before anything is planned.
  allowed_account_ids = ["[=environment.account]"]

  default_tags {
    tags = {
      <#list tags as tag>
      "[=tag.key]" = "[=tag.value]"
      </#list>
    }
  }
}
