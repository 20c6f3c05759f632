package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Job;
import io.terraplen.rule.ModelRule;
import java.util.stream.Stream;

/** A job has an image to run: its own, or that of what it is like. */
public final class JobImage implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(JobImage.class, "a job with nothing to run", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.environment().all(Job.class).stream()
        .filter(job -> job.image() == null)
        .map(JobImage::finding);
  }

  private static Finding finding(Job job) {
    return INFO.finding(job.at().child("image"), "`job.%s` has no image to run", job.key())
        .hint("state `image`, or `like: service.NAME` to run that service's");
  }
}
