package io.terraplen.rule.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms by which credentials are known, whatever they are called. */
final class Credentials {

  private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();

  static {
    form("a private key", "-----BEGIN [A-Z ]*PRIVATE KEY");
    form("an AWS access key", "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b");
    form("a token of GitHub", "\\b(?:gh[oprsu]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})");
    form("a token of Slack", "\\bxox[abeoprs]-[A-Za-z0-9-]{10}|hooks\\.slack\\.com/services/T");
    form("a key of OpenAI", "\\bsk-(?:proj-)?[A-Za-z0-9_-]{20}");
    form("a key of Stripe", "\\b[rs]k_live_[A-Za-z0-9]{16}");
    form("a key of Google", "\\bAIza[A-Za-z0-9_-]{35}");
    form("a JSON Web Token", "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}");
    // What begins with one of these is a place for a password, not one.
    form("a URL with a password", "[A-Za-z][A-Za-z0-9+.-]*://[^\\s/:@]*:(?![$<{])[^\\s/@]+@");
  }

  private Credentials() {}

  private static void form(String name, String pattern) {
    FORMS.put(name, Pattern.compile(pattern));
  }

  /** What a text holds, in words, if it holds a credential. */
  static Optional<String> in(String text) {
    return FORMS.entrySet().stream()
        .filter(form -> form.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
