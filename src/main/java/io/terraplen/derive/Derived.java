package io.terraplen.derive;

import io.terraplen.model.Environment;
import java.util.List;

/**
 * Everything that follows from one effective environment, computed once.
 *
 * @param environment the effective environment
 */
public record Derived(
    Environment environment, Names names, Graph graph, Layout layout, List<Opening> openings) {

  /**
   * Derives everything.
   *
   * @param regionZones the names of the region's availability zones, in their order
   */
  public static Derived of(Environment environment, List<String> regionZones) {
    Graph graph = Graph.of(environment);
    return new Derived(
        environment,
        Names.of(environment, graph),
        graph,
        Layout.of(environment, graph, regionZones),
        Opening.all(environment, graph));
  }
}
