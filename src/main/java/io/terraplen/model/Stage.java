package io.terraplen.model;

/** How strict to be with an environment, and which defaults it gets. */
public enum Stage {
  DEVELOPMENT,
  PREPRODUCTION,
  PRODUCTION
}
