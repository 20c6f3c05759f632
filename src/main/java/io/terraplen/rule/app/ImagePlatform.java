package io.terraplen.rule.app;

import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.model.Architecture;
import io.terraplen.model.Image;
import io.terraplen.model.Scalars;
import io.terraplen.model.Workload;
import io.terraplen.rule.ModelRule;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** An image is built for the processors that its tasks run on. */
public final class ImagePlatform implements ModelRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          ImagePlatform.class, "an image for other processors than the task's", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return derived.graph().workloads().stream()
        .filter(ImagePlatform::differs)
        .map(ImagePlatform::finding);
  }

  private static boolean differs(Workload workload) {
    Image image = workload.image();
    return image != null
        && image.platform() != null
        && image.platform().architecture() != workload.architecture();
  }

  private static Finding finding(Workload workload) {
    Image image = Objects.requireNonNull(workload.image());
    String wanted = platformFor(Objects.requireNonNull(workload.architecture()));
    return INFO.finding(
            image.at().child("platform"),
            "the image is built for `%s`, the task runs on `%s`",
            Objects.requireNonNull(image.platform()),
            Scalars.spell(workload.architecture()))
        .hint(
            "AWS says CannotPullContainerError; build it with `docker buildx build --platform "
                + wanted
                + "`")
        .consider(wanted);
  }

  private static String platformFor(Architecture architecture) {
    return Arrays.stream(Image.Platform.values())
        .filter(platform -> platform.architecture() == architecture)
        .findFirst()
        .orElseThrow()
        .toString();
  }
}
