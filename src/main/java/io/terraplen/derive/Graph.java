package io.terraplen.derive;

import io.terraplen.model.Component;
import io.terraplen.model.Environment;
import io.terraplen.model.Job;
import io.terraplen.model.Service;
import io.terraplen.model.Site;
import io.terraplen.model.Use;
import io.terraplen.model.Workload;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arrows of an environment, resolved to the components at both ends. A job that shares a
 * service's task has no arrows of its own: it runs with the service's.
 */
public final class Graph {

  /**
   * A workload uses a component.
   *
   * @param at the arrow's address
   * @param as the parts to inject and their variable names; absent, every part under its usual name
   */
  public record Arrow(Pointer at, Workload from, Component to, @Nullable Map<String, String> as) {}

  /**
   * A site's path leads to a service, through the load balancer.
   *
   * @param at the route's address
   * @param path CloudFront's path pattern: {@code /api/*}
   */
  public record Route(Pointer at, Site from, String path, Service to) {}

  private final Environment environment;
  private final List<Arrow> arrows;
  private final List<Route> routes;

  private Graph(Environment environment, List<Arrow> arrows, List<Route> routes) {
    this.environment = environment;
    this.arrows = List.copyOf(arrows);
    this.routes = List.copyOf(routes);
  }

  /** Resolves every arrow of an environment whose arrows all have an end. */
  public static Graph of(Environment environment) {
    List<Arrow> arrows = new ArrayList<>();
    for (Workload workload : workloads(environment)) {
      List<Use> uses = Objects.requireNonNullElse(workload.uses(), List.of());
      for (Use use : uses) {
        Component to = environment.components().find(use.to()).orElseThrow();
        arrows.add(new Arrow(use.at(), workload, to, use.as()));
      }
    }
    List<Route> routes = new ArrayList<>();
    for (Site site : environment.all(Site.class)) {
      if (site.routes() != null) {
        Pointer at = site.at().child("routes");
        site.routes()
            .forEach(
                (path, to) ->
                    routes.add(
                        new Route(
                            at.child(path),
                            site,
                            path,
                            (Service) environment.components().find(to).orElseThrow())));
      }
    }
    return new Graph(environment, arrows, routes);
  }

  /** The workloads that have a task definition of their own. */
  public static List<Workload> workloads(Environment environment) {
    return environment
        .components()
        .all()
        .filter(Workload.class::isInstance)
        .map(Workload.class::cast)
        .filter(workload -> !(workload instanceof Job job && job.sharesTask()))
        .toList();
  }

  /** The workloads that have a task definition of their own. */
  public List<Workload> workloads() {
    return workloads(environment);
  }

  /** The workload whose task definition, roles and security group a job runs with. */
  public Workload host(Job job) {
    return job.sharesTask()
        ? (Workload) environment.components().find(Objects.requireNonNull(job.like())).orElseThrow()
        : job;
  }

  /** Every arrow from a workload, in the order of the descriptor. */
  public List<Arrow> arrows() {
    return arrows;
  }

  /** The arrows that leave a workload. */
  public List<Arrow> from(Workload workload) {
    return arrows.stream().filter(arrow -> arrow.from().at().equals(workload.at())).toList();
  }

  /** The arrows that arrive at a component. */
  public List<Arrow> to(Component component) {
    return arrows.stream().filter(arrow -> arrow.to().at().equals(component.at())).toList();
  }

  /** Every route, in the order of the descriptor. */
  public List<Route> routes() {
    return routes;
  }

  /** The services that something routes to; each has a target group. */
  public List<Service> routed() {
    return environment.all(Service.class).stream().filter(this::isRouted).toList();
  }

  /** Whether something routes to a service. */
  public boolean isRouted(Service service) {
    return routes.stream().anyMatch(route -> route.to().at().equals(service.at()));
  }

  /** Whether the environment has a load balancer: when something routes to a service. */
  public boolean hasLoadBalancer() {
    return !routes.isEmpty();
  }

  /** The sites whose files lie in a bucket. */
  public List<Site> sitesOf(String bucket) {
    return environment.all(Site.class).stream()
        .filter(site -> site.bucket().equals(bucket))
        .toList();
  }
}
