package io.terraplen.derive;

import io.terraplen.model.Database;
import io.terraplen.model.Egress;
import io.terraplen.model.Environment;
import io.terraplen.model.LoadBalancer;
import io.terraplen.model.Service;
import io.terraplen.model.Workload;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way through the network that an arrow opens: one egress rule on the group it leaves, one
 * ingress rule on the group it enters. Nothing else opens anything.
 *
 * @param at the arrow
 * @param port the one TCP port, or 0 for every protocol and port
 */
public record Opening(Pointer at, Peer from, Peer to, int port) {

  static final int EVERY_PORT = 0;

  static List<Opening> all(Environment environment, Graph graph) {
    List<Opening> openings = new ArrayList<>();
    if (graph.hasLoadBalancer()) {
      int port = listenerPort(Objects.requireNonNull(environment.app()).loadBalancer());
      openings.add(
          new Opening(graph.routes().get(0).at(), Peer.CLOUDFRONT, Peer.LOAD_BALANCER, port));
    }
    for (Service service : graph.routed()) {
      Pointer route =
          graph.routes().stream()
              .filter(each -> each.to().equals(service))
              .findFirst()
              .orElseThrow()
              .at();
      openings.add(
          new Opening(
              route,
              Peer.LOAD_BALANCER,
              workload(service),
              Objects.requireNonNullElse(service.port(), 0)));
    }
    for (Graph.Arrow arrow : graph.arrows()) {
      if (arrow.to() instanceof Database database) {
        openings.add(
            new Opening(arrow.at(), workload(arrow.from()), front(database), port(database)));
      }
    }
    for (Database database : environment.all(Database.class)) {
      if (database.proxy() != null) {
        openings.add(
            new Opening(
                database.proxy().at(), proxy(database), database(database), port(database)));
      }
    }
    for (Workload workload : graph.workloads()) {
      Pointer at = workload.at().child("egress");
      if (workload.egress() == Egress.HTTPS) {
        openings.add(new Opening(at, workload(workload), Peer.INTERNET, 443));
      } else if (workload.egress() == Egress.INTERNET) {
        openings.add(new Opening(at, workload(workload), Peer.INTERNET, EVERY_PORT));
      }
    }
    return List.copyOf(openings);
  }

  /** The port that the load balancer listens on: 443 with a domain of its own, 80 without. */
  public static int listenerPort(@Nullable LoadBalancer balancer) {
    return balancer != null && balancer.domain() != null ? 443 : 80;
  }

  /** The port of a database, stated or its engine's. */
  public static int port(Database database) {
    return database.port() != null ? database.port() : database.engine().port();
  }

  /** What workloads connect to: the proxy, if there is one. */
  public static Peer front(Database database) {
    return database.proxy() != null ? proxy(database) : database(database);
  }

  /** Whether every protocol and port is open. */
  public boolean isEveryPort() {
    return port == EVERY_PORT;
  }

  private static Peer workload(Workload workload) {
    return new Peer(Peer.Kind.WORKLOAD, workload.key());
  }

  private static Peer database(Database database) {
    return new Peer(Peer.Kind.DATABASE, database.key());
  }

  private static Peer proxy(Database database) {
    return new Peer(Peer.Kind.PROXY, database.key() + "_proxy");
  }
}
