package io.terraplen.model;

/** The subnets that a component is placed in. */
public enum Tier {
  /** Routed to the internet gateway. */
  PUBLIC,
  /** Reaches the internet through NAT; nothing reaches in. */
  PRIVATE,
  /** No route to the internet at all. */
  DATA
}
