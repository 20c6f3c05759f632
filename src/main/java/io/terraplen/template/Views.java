package io.terraplen.template;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateScalarModel;
import io.terraplen.text.Pointer;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows views to templates: records by their components, collections, maps, text, numbers, flags
 * and references. Nothing else passes and no method can be called, so a template sees what its view
 * states and not a bit more.
 */
final class Views implements ObjectWrapper {

  private final ClassValue<Map<String, Method>> components =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          Map<String, Method> accessors = new LinkedHashMap<>();
          for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            accessors.put(component.getName(), accessor);
          }
          return accessors;
        }
      };

  /**
   * The value as FreeMarker sees it; nothing for {@code null} and an empty {@code Optional}.
   *
   * @throws IllegalArgumentException if a view holds what templates may not see: a bug of ours
   */
  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) {
    if (value == null) {
      return null;
    } else if (value instanceof Optional<?> optional) {
      return wrap(optional.orElse(null));
    } else if (value instanceof TemplateModel model) {
      return model;
    } else if (value instanceof String text) {
      return new SimpleScalar(text);
    } else if (value instanceof Number number) {
      return new HclValue.Numeral(number);
    } else if (value instanceof Boolean flag) {
      return new HclValue.Flag(flag);
    } else if (value instanceof Ref ref) {
      return new HclValue.Code(ref);
    } else if (value instanceof Pointer || value instanceof Enum<?>) {
      return new SimpleScalar(value.toString());
    } else if (value instanceof Address address) {
      return new Named(address);
    } else if (value instanceof Record view) {
      return new View(view);
    } else if (value instanceof Collection<?> items) {
      return new Items(items);
    } else if (value instanceof Map<?, ?> map) {
      return new Entries(map);
    }
    throw new IllegalArgumentException("a view cannot hold a " + value.getClass().getName());
  }

  private class View implements TemplateHashModel {
    private final Record view;

    View(Record view) {
      this.view = view;
    }

    @Override
    public @Nullable TemplateModel get(String key) {
      Method accessor = components.get(view.getClass()).get(key);
      if (accessor == null) {
        return null;
      }
      try {
        return wrap(accessor.invoke(view));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the view's `" + key + "` cannot be read", e);
      }
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  /** An address: its parts, and the whole as text. */
  private final class Named extends View implements TemplateScalarModel {
    private final Address address;

    Named(Address address) {
      super(address);
      this.address = address;
    }

    @Override
    public String getAsString() {
      return address.toString();
    }
  }

  private final class Items implements TemplateCollectionModel {
    private final Collection<?> items;

    Items(Collection<?> items) {
      this.items = items;
    }

    @Override
    public TemplateModelIterator iterator() {
      Iterator<?> rest = items.iterator();
      return new TemplateModelIterator() {
        @Override
        public @Nullable TemplateModel next() {
          return wrap(rest.next());
        }

        @Override
        public boolean hasNext() {
          return rest.hasNext();
        }
      };
    }
  }

  private final class Entries implements TemplateHashModelEx2 {
    private final Map<?, ?> map;

    Entries(Map<?, ?> map) {
      this.map = map;
    }

    @Override
    public @Nullable TemplateModel get(String key) {
      return wrap(map.get(key));
    }

    @Override
    public KeyValuePairIterator keyValuePairIterator() {
      Iterator<? extends Map.Entry<?, ?>> rest = map.entrySet().iterator();
      return new KeyValuePairIterator() {
        @Override
        public boolean hasNext() {
          return rest.hasNext();
        }

        @Override
        public KeyValuePair next() {
          Map.Entry<?, ?> entry = rest.next();
          return new KeyValuePair() {
            @Override
            public @Nullable TemplateModel getKey() {
              return wrap(entry.getKey());
            }

            @Override
            public @Nullable TemplateModel getValue() throws TemplateModelException {
              return wrap(entry.getValue());
            }
          };
        }
      };
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public boolean isEmpty() {
      return map.isEmpty();
    }

    @Override
    public TemplateCollectionModel keys() {
      return new Items(map.keySet());
    }

    @Override
    public TemplateCollectionModel values() {
      return new Items(map.values());
    }
  }
}
