package io.terraplen.model;

/**
 * The parts of a descriptor that become Terraform modules, in the order in which these depend on
 * each other.
 */
public enum Section {
  NETWORK,
  DATA,
  APP
}
