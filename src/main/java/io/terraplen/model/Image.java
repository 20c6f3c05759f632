package io.terraplen.model;

import io.terraplen.text.Pointer;
import org.jspecify.annotations.Nullable;

/** A container image in an ECR repository of the environment. */
@Doc("A container image in an ECR repository that the environment owns.")
public record Image(
    Pointer at,
    @Required
        @Matches(
            value = "[a-z0-9]+(?:[._-][a-z0-9]+)*", // a subset of naming-constraints.json,
            // aws_ecr_repository
            says = "lower-case letters and digits, joined by single dots, underscores or hyphens")
        @Doc("Short name of the repository; the full one is `<system>-<environment>-<repository>`.")
        String repository,
    @Required
        @Matches(value = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}", says = "a tag such as v1.4.0")
        @Doc("The tag to run; a fixed one, so that a restart runs what was tested.")
        String tag,
    @Default("linux/amd64") @Doc("The platform that the image was built for.")
        @Nullable Platform platform,
    @Doc("Exact name of the repository.") @Nullable String name) {

  /** What an image was built for. */
  public enum Platform {
    LINUX_AMD64("linux/amd64", Architecture.X86_64),
    LINUX_ARM64("linux/arm64", Architecture.ARM64);

    private final String spelling;
    private final Architecture architecture;

    Platform(String spelling, Architecture architecture) {
      this.spelling = spelling;
      this.architecture = architecture;
    }

    /** The processors that can run it. */
    public Architecture architecture() {
      return architecture;
    }

    @Override
    public String toString() {
      return spelling;
    }
  }
}
