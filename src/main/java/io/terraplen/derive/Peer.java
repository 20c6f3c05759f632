package io.terraplen.derive;

/**
 * An end of an opening between two things on the network.
 *
 * @param kind what it is
 * @param label its Terraform label, the same in the names of rules; empty where there is only one
 */
public record Peer(Kind kind, String label) {

  /** The things that can be reached or reach others, in the order of the modules that hold them. */
  public enum Kind {
    INTERNET,
    CLOUDFRONT,
    DATABASE,
    PROXY,
    LOAD_BALANCER,
    WORKLOAD
  }

  static final Peer INTERNET = new Peer(Kind.INTERNET, "internet");
  static final Peer CLOUDFRONT = new Peer(Kind.CLOUDFRONT, "cloudfront");
  static final Peer LOAD_BALANCER = new Peer(Kind.LOAD_BALANCER, "load_balancer");

  /** Whether it has a security group of ours. */
  public boolean hasSecurityGroup() {
    return kind != Kind.INTERNET && kind != Kind.CLOUDFRONT;
  }

  /** Whether the data module holds it. */
  public boolean isData() {
    return kind == Kind.DATABASE || kind == Kind.PROXY;
  }
}
