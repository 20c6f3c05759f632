package io.terraplen.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where templates come from. Those that come with Terraplen are {@link #packed}. */
@FunctionalInterface
public interface TemplateSource {

  /**
   * One template.
   *
   * @param file the path that messages name
   * @param content the template's text
   */
  record Source(String file, String content) {}

  /**
   * The template at a path such as {@code modules/app/services.tf.ftl}, if there is one; the answer
   * does not change while a {@link Renderer} lives.
   */
  Optional<Source> find(String path);

  /** The templates on the class path, below {@code templates/}. */
  static TemplateSource packed() {
    return path -> {
      String file = "templates/" + path;
      try (InputStream in = TemplateSource.class.getResourceAsStream("/" + file)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new Source(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
