package io.terraplen.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The components of an environment by kind and key, in the order of the descriptor. */
public final class Components {

  private final Map<String, Map<String, Component>> byKind;

  private Components(Map<String, Map<String, Component>> byKind) {
    this.byKind = byKind;
  }

  /**
   * The components given, each of a registered kind; a later one replaces an earlier of the same
   * address.
   */
  public static Components of(List<? extends Component> components) {
    Map<String, Map<String, Component>> byKind = new LinkedHashMap<>();
    for (Kind<?> kind : Kinds.all()) {
      byKind.put(kind.name(), new LinkedHashMap<>());
    }
    for (Component component : components) {
      Objects.requireNonNull(byKind.get(Kinds.of(component).name()))
          .put(component.key(), component);
    }
    byKind.replaceAll((kind, map) -> Collections.unmodifiableMap(map));
    return new Components(Collections.unmodifiableMap(byKind));
  }

  /** The components of one kind. */
  public <T extends Component> List<T> all(Class<T> type) {
    return all().filter(type::isInstance).map(type::cast).toList();
  }

  /** All components, kind by kind. */
  public Stream<Component> all() {
    return byKind.values().stream().flatMap(map -> map.values().stream());
  }

  /** The component that an address names, if there is one. */
  public Optional<Component> find(Address address) {
    return Optional.ofNullable(byKind.getOrDefault(address.kind(), Map.of()).get(address.name()));
  }

  /** The same components, each replaced. */
  public Components map(UnaryOperator<Component> change) {
    return of(all().map(change).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Components components
        && all().toList().equals(components.all().toList());
  }

  @Override
  public int hashCode() {
    return all().toList().hashCode();
  }

  @Override
  public String toString() {
    return byKind.toString();
  }
}
