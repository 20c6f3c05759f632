package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A website on CloudFront: static files of a bucket, and paths that lead to services. */
@Doc("A CloudFront distribution: static files from a bucket, some paths from services.")
public record Site(
    Pointer at,
    String key,
    @Doc("Exact name; left out, `<system>-<environment>-<key>`.") @Nullable String name,
    @Doc("What it is for; ASCII.") @Nullable String description,
    @Required @Targets("bucket") @Doc("Key of the bucket that holds the files.") String bucket,
    @Default("false")
        @Doc(
            "Whether paths without a file extension show index.html: a rewrite on the default behaviour"
                + " alone, so that an API's errors stay its own.")
        @Nullable Boolean spa,
    @Targets("service") @Doc("Path patterns that lead to services, such as `/api/*: service.api`.")
        @Nullable Map<String, Address> routes,
    @Doc("The site's own domain; left out, CloudFront's.") @Nullable Domain domain,
    @Default("price_class_100") @Doc("Where CloudFront serves from, and at what price.")
        @Nullable PriceClass priceClass,
    @Doc("The CloudFront Function of a single-page application.") @Nullable Rewrite rewrite,
    @Doc("The origin access control towards the bucket.") @Nullable Named originAccessControl,
    @Doc("It exists already: `true`, or ids by resource.") @Nullable Adopted adopted)
    implements Component {

  /** CloudFront's price classes. */
  public enum PriceClass {
    PRICE_CLASS_100("PriceClass_100"),
    PRICE_CLASS_200("PriceClass_200"),
    PRICE_CLASS_ALL("PriceClass_All");

    private final String aws;

    PriceClass(String aws) {
      this.aws = aws;
    }

    /** The spelling of CloudFront's API. */
    public String aws() {
      return aws;
    }
  }

  /** The function that rewrites paths of a single-page application. */
  @Doc("The CloudFront Function that rewrites paths.")
  public record Rewrite(
      Pointer at,
      @Doc("Exact name; left out, `<system>-<environment>-<key>-rewrite`.")
          @Nullable String name) {}
}
