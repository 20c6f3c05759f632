package io.terraplen.model;

/** How private subnets reach the internet. */
public enum Nat {
  NONE,
  SINGLE,
  PER_ZONE
}
