package io.terraplen.template.view;

/** The partition that a region belongs to, the second part of every ARN. */
final class Partition {

  private Partition() {}

  /** Partition names: catalog/aws-regions.json; the regions of one share a prefix. */
  static String of(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
