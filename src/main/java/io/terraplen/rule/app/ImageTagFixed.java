package io.terraplen.rule.app;

import static io.terraplen.finding.Severity.DANGER;
import static io.terraplen.finding.Severity.NOTE;
import static io.terraplen.finding.Severity.WARNING;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.model.Image;
import io.terraplen.model.Workload;
import io.terraplen.rule.ModelRule;
import java.util.Objects;
import java.util.stream.Stream;

/** A restart runs the image that was tested: the tag does not move. */
public final class ImageTagFixed implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(ImageTagFixed.class, "an image tag that moves", NOTE, WARNING, DANGER);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.graph().workloads().stream()
        .map(Workload::image)
        .filter(Objects::nonNull)
        .filter(image -> image.tag().equals("latest"))
        .map(ImageTagFixed::finding);
  }

  private static Finding finding(Image image) {
    return INFO.finding(image.at().child("tag"), "the tag `latest` moves with every push")
        .hint("name the version that was tested, such as `v1.4.0`");
  }
}
