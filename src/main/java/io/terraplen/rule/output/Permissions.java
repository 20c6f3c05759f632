package io.terraplen.rule.output;

import io.terraplen.rule.Output;
import io.terraplen.rule.OutputBlock;
import io.terraplen.rule.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the policies of a role allow, as far as they are written out; the rest counts as allowed.
 *
 * @param role the role's label
 * @param unseen whether the role has policies that are written elsewhere
 * @param statements the statements that allow something
 */
record Permissions(String role, boolean unseen, List<Value> statements) {

  private static final String ROLE = "aws_iam_role";

  /** AWS's own policy for execution roles: pulling images and writing logs, no secrets. */
  private static final String STARTS_TASKS = "service-role/AmazonECSTaskExecutionRolePolicy";

  /** The permissions of the role that an argument names, if that role is in the same module. */
  static Optional<Permissions> of(Output output, OutputBlock user, String argument) {
    return user.value(argument)
        .flatMap(Permissions::label)
        .flatMap(
            label ->
                inModule(output, ROLE, user)
                    .filter(role -> role.label().equals(label))
                    .findFirst()
                    .map(role -> of(output, role)));
  }

  private static Permissions of(Output output, OutputBlock role) {
    boolean unseen =
        role.value("managed_policy_arns").isPresent()
            || role.nested("inline_policy").findAny().isPresent()
            || attached(output, role).anyMatch(each -> !startsTasks(each));
    List<Value> statements = new ArrayList<>();
    for (OutputBlock policy : policies(output, role)) {
      Optional<Value> stated =
          policy.value("policy").flatMap(text -> text.encoded().member("Statement"));
      stated.ifPresent(value -> statements.addAll(value.each()));
      unseen |= stated.isEmpty();
    }
    return new Permissions(role.label(), unseen, List.copyOf(statements));
  }

  private static Stream<OutputBlock> attached(Output output, OutputBlock role) {
    return Stream.concat(
        inModule(output, "aws_iam_role_policy_attachment", role)
            .filter(each -> each.value("role").filter(value -> mayBe(value, role)).isPresent()),
        inModule(output, "aws_iam_policy_attachment", role)
            .filter(
                each ->
                    each.value("roles").stream()
                        .flatMap(roles -> roles.each().stream())
                        .anyMatch(value -> mayBe(value, role))));
  }

  private static boolean startsTasks(OutputBlock attachment) {
    return attachment.text("policy_arn").filter(arn -> arn.endsWith(STARTS_TASKS)).isPresent();
  }

  private static List<OutputBlock> policies(Output output, OutputBlock role) {
    return inModule(output, "aws_iam_role_policy", role)
        .filter(each -> each.value("role").filter(value -> mayBe(value, role)).isPresent())
        .toList();
  }

  /** Whether a value names a role, or may do so. */
  private static boolean mayBe(Value value, OutputBlock role) {
    return label(value).map(role.label()::equals).orElse(true);
  }

  private static Stream<OutputBlock> inModule(Output output, String type, OutputBlock other) {
    return output.resources(type).filter(each -> each.module().equals(other.module()));
  }

  /** The label of the role that a value refers to, whichever of its attributes is taken. */
  private static Optional<String> label(Value value) {
    if (!(value instanceof Value.Reference reference)) {
      return Optional.empty();
    }
    String[] parts = reference.address().split("\\.", -1);
    return parts.length == 3 && parts[0].equals(ROLE) ? Optional.of(parts[1]) : Optional.empty();
  }

  /** Whether the role may read what a container is filled from, or may be allowed to elsewhere. */
  boolean allow(Injected injected) {
    return unseen || statements.stream().anyMatch(statement -> allows(statement, injected));
  }

  private static boolean allows(Value statement, Injected injected) {
    if (!(statement instanceof Value.Members)) {
      return true;
    }
    boolean denies =
        statement.member("Effect").flatMap(Value::text).filter("Deny"::equals).isPresent();
    return !denies
        && matches(statement, "Action", action -> covers(action, injected))
        && matches(statement, "Resource", resource -> reaches(resource, injected));
  }

  /** A statement without the member has its negation, which is not followed. */
  private static boolean matches(Value statement, String member, Predicate<Value> predicate) {
    return statement
        .member(member)
        .map(each -> each.each().stream().anyMatch(predicate))
        .orElse(true);
  }

  private static boolean covers(Value action, Injected injected) {
    return action
        .text()
        .map(pattern -> injected.actions().stream().anyMatch(each -> glob(pattern, each)))
        .orElse(true);
  }

  private static boolean reaches(Value resource, Injected injected) {
    Value first = resource;
    if (resource instanceof Value.Template template) {
      first = template.parts().get(0);
    }
    return Injected.source(first).map(injected.source()::equals).orElse(true);
  }

  /** Whether an action's name fits a pattern of IAM: {@code *} and {@code ?}, in either case. */
  private static boolean glob(String pattern, String action) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE).matcher(action).matches();
  }
}
