package io.terraplen.rule.app;

import static io.terraplen.finding.Severity.DANGER;
import static io.terraplen.finding.Severity.WARNING;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.rule.ModelRule;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is named like a secret is one, and is kept where secrets are kept. */
public final class SecretNamedLiteral implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          SecretNamedLiteral.class,
          "a plain value under the name of a secret",
          WARNING,
          DANGER,
          DANGER);

  private static final Pattern NAME =
      Pattern.compile(
          "(?:.*_)?(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY"
              + "|CREDENTIALS?)");

  /** A flag, an ARN or a path only says where or whether. */
  private static final Pattern HARMLESS = Pattern.compile("(?s)|true|false|arn:aws.*|/.*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return Literal.all(derived).stream()
        .filter(literal -> isSecretName(literal.name()))
        .filter(literal -> !HARMLESS.matcher(literal.text()).matches())
        // A known form is an error already, see PlaintextSecret.
        .filter(literal -> Credentials.in(literal.text()).isEmpty())
        .map(SecretNamedLiteral::finding);
  }

  private static boolean isSecretName(String name) {
    String snake = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replace('-', '_');
    return NAME.matcher(snake.toUpperCase(Locale.ROOT)).matches();
  }

  private static Finding finding(Literal literal) {
    return INFO.finding(
            literal.at(), "%s is a plain value under the name of a secret", literal.title())
        .hint("keep it under `data.secrets` and name that in `uses`")
        .withConfidentialSource();
  }
}
