<#list targets as target>

# [=target.at]
resource "aws_appautoscaling_target" "[=target.label]" {
  service_namespace = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id = "service/${[=target.cluster]}/${[=target.service]}"
  min_capacity = [=target.min]
  max_capacity = [=target.max]
}
<#list target.policies as policy>

# [=policy.at]
resource "aws_appautoscaling_policy" "[=policy.label]" {
  name = "[=policy.name]"
  policy_type = "TargetTrackingScaling"
  service_namespace = [=target.namespaceRef]
  scalable_dimension = [=target.dimensionRef]
  resource_id = [=target.resourceRef]

  target_tracking_scaling_policy_configuration {
    target_value = [=policy.value]
    scale_out_cooldown = [=target.scaleOutCooldown]
    scale_in_cooldown = [=target.scaleInCooldown]

    predefined_metric_specification {
      predefined_metric_type = "[=policy.metric]"
      <#if policy.resourceLabel??>
      resource_label = [=policy.resourceLabel]
      </#if>
    }
  }
}
</#list>
</#list>
