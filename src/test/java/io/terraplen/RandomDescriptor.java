package io.terraplen;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Descriptors made of chance, always the same for a seed. They are well-formed and mostly valid;
 * their texts hold everything that could be mistaken for code.
 */
final class RandomDescriptor {

  private static final String[] NASTY = {
    "plain",
    "${aws_vpc.main.id}",
    "%{ if true }x%{ endif }",
    "say \"hi\"",
    "back\\slash",
    "two\nlines",
    "EOT",
    "<<EOT",
    "a $ {b} $${c}",
    "ends with $",
    "ends with %",
    "# no comment",
    "/* neither */",
    "tab\there",
    "ñandú, 日本, 😀",
    "{}",
    "[=x]",
    "<#if x>",
  };

  private final Random random;
  private final StringBuilder yaml = new StringBuilder();
  private final List<String> usable = new ArrayList<>();
  private final List<String> buckets = new ArrayList<>();
  private final List<String> services = new ArrayList<>();

  private RandomDescriptor(long seed) {
    this.random = new Random(seed);
  }

  /** The descriptor of a seed, for a file {@code environments/<environment>.yaml}. */
  static String yaml(long seed, String environment) {
    return new RandomDescriptor(seed).make(environment);
  }

  private String make(String environment) {
    line(0, "system: " + pick("demo", "a-rather-long-system-name", "x1"));
    line(0, "environment: " + environment);
    line(0, "stage: " + pick("development", "preproduction", "production"));
    line(0, "account: \"123456789012\"");
    line(0, "region: " + pick("us-east-1", "eu-west-1", "sa-east-1"));
    if (chance(2)) {
      line(0, "tags: {owner: platform, cost_center: \"" + random.nextInt(100) + "\"}");
    }
    if (chance(3)) {
      line(0, "state: {bucket: demo-state, region: us-east-1}");
    }
    line(0, "network:");
    line(1, "cidr: 10." + random.nextInt(200) + ".0.0/16");
    line(1, "zones: " + pick("2", "3"));
    line(1, "nat: " + pick("none", "single", "per_zone"));
    data();
    app();
    return yaml.toString();
  }

  private void data() {
    line(0, "data:");
    line(1, "buckets:");
    for (String key : keys("bucket", 1 + random.nextInt(3))) {
      buckets.add(key);
      usable.add("bucket." + key);
      line(2, key + ":");
      line(3, "versioned: " + random.nextBoolean());
      if (chance(2)) {
        line(3, "expire_after_days: " + (1 + random.nextInt(400)));
      }
    }
    line(1, "parameters:");
    for (String key : keys("param", 1 + random.nextInt(4))) {
      usable.add("parameter." + key);
      line(2, key + ": " + quoted(NASTY[random.nextInt(NASTY.length)]));
    }
    line(1, "secrets:");
    for (String key : keys("token", 1 + random.nextInt(2))) {
      usable.add("secret." + key);
      line(2, key + ": " + (chance(2) ? "{keys: [apiKey, other-key]}" : "{}"));
    }
    if (chance(2)) {
      line(1, "databases:");
      for (String key : keys("db", 1 + random.nextInt(2))) {
        usable.add("database." + key);
        line(2, key + ":");
        line(3, "engine: aurora-postgresql");
        line(3, "version: \"" + pick("15.13", "16.9", "17.5") + "\"");
        line(3, "tier: " + pick("data", "private"));
        line(3, "instances: " + (1 + random.nextInt(3)));
        if (chance(2)) {
          line(3, "proxy: {require_tls: " + random.nextBoolean() + "}");
        }
        if (chance(3)) {
          line(3, "rotate: {every_days: 30}");
        }
        if (chance(3)) {
          line(3, "export: {to: bucket." + buckets.get(0) + ", schedule: rate(1 day)}");
        }
      }
    }
  }

  private void app() {
    line(0, "app:");
    line(1, "services:");
    for (String key : keys("svc", 1 + random.nextInt(3))) {
      services.add(key);
      line(2, key + ":");
      line(3, "image: {repository: " + pick("web", "api") + ", tag: v1}");
      line(3, "port: " + (1024 + random.nextInt(5000)));
      line(3, "health: /health");
      line(3, "tasks: {min: 1, max: " + (1 + random.nextInt(4)) + ", target_cpu: 70}");
      uses();
      line(3, "env:");
      for (int i = 0; i < 3; i++) {
        line(4, "VAR_" + i + ": " + quoted(NASTY[random.nextInt(NASTY.length)]));
      }
    }
    if (chance(2)) {
      line(1, "jobs:");
      for (String key : keys("job", 1 + random.nextInt(2))) {
        line(2, key + ":");
        line(3, "like: service." + services.get(0));
        line(3, "command: [run, " + quoted(NASTY[random.nextInt(NASTY.length)]) + "]");
        if (chance(2)) {
          line(3, "schedule: cron(0 3 * * ? *)");
        }
      }
    }
    if (chance(2)) {
      line(1, "sites:");
      line(2, "front:");
      line(3, "bucket: " + buckets.get(0));
      line(3, "spa: " + random.nextBoolean());
      if (chance(2)) {
        line(3, "routes:");
        for (int i = 0; i < services.size(); i++) {
          line(4, "/" + "x".repeat(i + 1) + "/*: service." + services.get(i));
        }
      }
      if (chance(3)) {
        line(3, "domain: {name: www.example.com, zone: example.com}");
      }
    }
    if (chance(2)) {
      line(1, "firewall: {rate_limit: 1000}");
    }
    if (chance(2)) {
      line(1, "alarms: {notify: [email:ops@example.com, \"https://example.com/hook?a=b\"]}");
    }
    if (chance(2)) {
      line(1, "dashboard: {}");
    }
  }

  private void uses() {
    List<String> chosen = usable.stream().filter(each -> chance(2)).toList();
    if (!chosen.isEmpty()) {
      line(3, "uses: [" + String.join(", ", chosen) + "]");
    }
  }

  private static List<String> keys(String stem, int count) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(stem + "_" + (char) ('a' + i));
    }
    return keys;
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private void line(int depth, String text) {
    yaml.append("  ".repeat(depth)).append(text).append('\n');
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + '"';
  }
}
