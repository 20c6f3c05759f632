package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Site;
import io.terraplen.rule.ModelRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Each site has a bucket of its own: a bucket has one policy, and it names one distribution. */
public final class SiteBucket implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(SiteBucket.class, "two sites on one bucket", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    Map<String, Site> first = new LinkedHashMap<>();
    return derived.environment().all(Site.class).stream()
        .flatMap(
            site -> {
              Site earlier = first.putIfAbsent(site.bucket(), site);
              return earlier == null ? Stream.of() : Stream.of(finding(site, earlier));
            });
  }

  private static Finding finding(Site site, Site earlier) {
    return INFO.finding(
            site.at().child("bucket"),
            "`bucket.%s` holds the files of `site.%s` already",
            site.bucket(),
            earlier.key())
        .hint("give each site a bucket of its own");
  }
}
