package io.terraplen.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where each address of a descriptor was written. It stands beside the model, never in it, so that
 * equal environments are equal wherever they were written.
 */
public final class SourceMap {

  /**
   * Where a key and its value were written.
   *
   * @param key the key's own range; for a list's item, the item's
   * @param value the value's range
   * @param scalar whether the value is a single scalar, which a finding then points at
   */
  public record Entry(Pos key, Pos value, boolean scalar) {}

  private final String file;
  private final Map<Pointer, Entry> entries;

  private SourceMap(String file, Map<Pointer, Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /**
   * The place that a finding at an address shows: a scalar's value, a mapping's or a list's key;
   * for an address that was not written, that of its nearest written ancestor's key.
   */
  public Pos resolve(Pointer at) {
    Entry exact = entries.get(at);
    if (exact != null) {
      return exact.scalar() ? exact.value() : exact.key();
    }
    for (Pointer p = at; !p.isRoot(); p = p.parent()) {
      Entry entry = entries.get(p);
      if (entry != null) {
        return entry.key();
      }
    }
    return Pos.startOf(file);
  }

  /** Where an address was written, if it was. */
  public Optional<Entry> entry(Pointer at) {
    return Optional.ofNullable(entries.get(at));
  }

  /** The file that the environment was read from first: the one that extends the others. */
  public String file() {
    return file;
  }

  /** All written addresses in the order of writing. */
  public Map<Pointer, Entry> entries() {
    return entries;
  }

  /** Collects entries; a later entry for the same address replaces the earlier. */
  public static final class Builder {
    private final String file;
    private final Map<Pointer, Entry> entries = new LinkedHashMap<>();

    public Builder(String file) {
      this.file = file;
    }

    /** Records where an address was written. */
    public Builder put(Pointer at, Entry entry) {
      entries.put(at, entry);
      return this;
    }

    public SourceMap build() {
      return new SourceMap(file, Collections.unmodifiableMap(new LinkedHashMap<>(entries)));
    }
  }
}
