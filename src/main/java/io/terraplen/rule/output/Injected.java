package io.terraplen.rule.output;

import io.terraplen.rule.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret or parameter that a container's variable is filled from.
 *
 * @param source the reference to it, without the attribute that names it
 * @param actions what a role must be allowed on it: one of these
 */
record Injected(String source, List<String> actions) {

  private static final List<String> SECRET = List.of("secretsmanager:GetSecretValue");

  private static final List<String> PARAMETER = List.of("ssm:GetParameters", "ssm:GetParameter");

  private static final List<String> EITHER =
      List.of("secretsmanager:GetSecretValue", "ssm:GetParameters", "ssm:GetParameter");

  private static final Pattern IDENTITY = Pattern.compile("\\.(arn|id|name)$");

  /** What an entry among the secrets of a container is filled from, where that can be told. */
  static Optional<Injected> of(Value secret) {
    return secret.member("valueFrom").flatMap(Injected::from);
  }

  private static Optional<Injected> from(Value from) {
    if (from instanceof Value.Template template) {
      // A secret's key, stage and version follow its ARN.
      boolean key =
          template.parts().size() == 2
              && template.parts().get(1).text().filter(text -> text.startsWith(":")).isPresent();
      return key
          ? source(template.parts().get(0)).map(source -> new Injected(source, SECRET))
          : Optional.empty();
    }
    return source(from).map(source -> new Injected(source, actions(source)));
  }

  /** What a value identifies, if it is one thing that others can be compared with. */
  static Optional<String> source(Value value) {
    return value instanceof Value.Reference reference && isOne(reference.address())
        ? Optional.of(IDENTITY.matcher(reference.address()).replaceFirst(""))
        : Optional.empty();
  }

  /** Whether an address is that of one thing: not a list, a local value or a loop's variable. */
  private static boolean isOne(String address) {
    return !address.contains("*")
        && !address.startsWith("local.")
        && !address.startsWith("each.")
        // Its ARN is its secret's, which has an address of its own.
        && !address.startsWith("aws_secretsmanager_secret_version.")
        && (IDENTITY.matcher(address).find() || address.endsWith("_arn"));
  }

  private static List<String> actions(String source) {
    String type = source.startsWith("data.") ? source.substring("data.".length()) : source;
    if (type.startsWith("aws_ssm_parameter.") || type.endsWith("parameter_arn")) {
      return PARAMETER;
    }
    return type.startsWith("aws_secretsmanager_secret.") || type.endsWith("secret_arn")
        ? SECRET
        : EITHER;
  }
}
