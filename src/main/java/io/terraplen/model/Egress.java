package io.terraplen.model;

/** What of the internet a workload may reach. */
public enum Egress {
  /** Everything. */
  INTERNET,
  /** TCP 443 alone. */
  HTTPS,
  /** Nothing. */
  NONE
}
