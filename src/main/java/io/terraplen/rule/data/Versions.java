package io.terraplen.rule.data;

import io.terraplen.catalog.Catalog;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the catalog says of an engine's versions. */
final class Versions {

  /** What is known of one version. */
  enum Standing {
    /** A new database can have it. */
    AVAILABLE,
    /** It runs on where it runs, but no new database can have it. */
    DEPRECATED,
    /** Newer than every known version of its major version: perhaps newer than the catalog. */
    NEWER,
    /** A major version alone. */
    MAJOR,
    /** Between or below known versions, or no version at all. */
    UNKNOWN
  }

  private static final Comparator<String> BY_NUMBER =
      Comparator.comparing(Versions::numbers, Arrays::compare);

  private final Catalog.Versions known;

  Versions(Catalog.Versions known) {
    this.known = known;
  }

  Standing of(String version) {
    if (known.available().contains(version)) {
      return Standing.AVAILABLE;
    }
    if (known.deprecated().contains(version)) {
      return Standing.DEPRECATED;
    }
    if (!version.matches("\\d{1,4}(\\.\\d{1,4}){0,2}(-[a-z0-9.]+)?")) {
      return Standing.UNKNOWN;
    }
    if (!version.contains(".")) {
      return Standing.MAJOR;
    }
    List<String> line = all().filter(each -> major(each).equals(major(version))).toList();
    List<String> rivals = line.isEmpty() ? all().toList() : line;
    return rivals.stream().allMatch(each -> BY_NUMBER.compare(each, version) < 0)
        ? Standing.NEWER
        : Standing.UNKNOWN;
  }

  /**
   * The versions that a new database can have in place of another: those of its major version, or
   * all where there are none, oldest first. Variants such as {@code 16.9-limitless} are another
   * product.
   */
  List<String> inPlaceOf(String version) {
    List<String> plain =
        known.available().stream().filter(each -> !each.contains("-")).sorted(BY_NUMBER).toList();
    List<String> line = plain.stream().filter(each -> major(each).equals(major(version))).toList();
    return line.isEmpty() ? plain : line;
  }

  /** The oldest of these that is newer, so that the step is the smallest; else the newest. */
  Optional<String> nearest(String version) {
    List<String> candidates = inPlaceOf(version);
    return candidates.stream()
        .filter(each -> BY_NUMBER.compare(each, version) > 0)
        .findFirst()
        .or(() -> candidates.stream().reduce((first, second) -> second));
  }

  private Stream<String> all() {
    return Stream.concat(known.available().stream(), known.deprecated().stream());
  }

  private static String major(String version) {
    int dot = version.indexOf('.');
    return dot < 0 ? version : version.substring(0, dot);
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("[^0-9]+", -1))
        .filter(part -> !part.isEmpty() && part.length() < 9)
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
