package io.terraplen.model;

/**
 * A component kind: how arrows name it, and where descriptors list it.
 *
 * @param name the word before the dot in an arrow: {@code database}
 * @param section the part of the descriptor, and the Terraform module, that it belongs to
 * @param plural the key of the mapping that lists the components: {@code databases}
 * @param type the record; its second component is {@code String key}
 * @param family kinds of one family share AWS names and Terraform labels, so a key is unique in it
 */
public record Kind<T extends Component>(
    String name, Section section, String plural, Class<T> type, Family family) {

  /** Kinds whose components may not share a key. */
  public enum Family {
    /** What runs code: services, jobs, functions, hosts, groups. */
    WORKLOAD,
    /** What keeps data under a name of its own: databases, caches, file systems. */
    STORE,
    /** A kind that shares its names with no other. */
    OWN
  }
}
