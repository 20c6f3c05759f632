package io.terraplen.rule.data;

import io.terraplen.model.Database;

/** Engines as people call them. */
final class Engines {

  private Engines() {}

  static String title(Database.Engine engine) {
    return switch (engine) {
      case AURORA_POSTGRESQL -> "Aurora PostgreSQL";
    };
  }
}
