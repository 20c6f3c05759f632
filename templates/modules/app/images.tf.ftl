<#list repositories as repository>

# [=repository.at]
resource "aws_ecr_repository" "[=repository.label]" {
  name = "[=repository.name]"
  image_tag_mutability = "[=repository.mutability]"

  image_scanning_configuration {
    scan_on_push = true
  }
}

# [=repository.at]
resource "aws_ecr_lifecycle_policy" "[=repository.label]" {
  repository = [=repository.nameRef]

  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description = "Untagged images go after two weeks"
      selection = {
        tagStatus = "untagged"
        countType = "sinceImagePushed"
        countUnit = "days"
        countNumber = 14
      }
      action = { type = "expire" }
    }]
  })
}
</#list>
