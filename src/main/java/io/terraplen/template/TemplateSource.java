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

  /**
   * The same templates, each line that has text followed by a comment {@code #@<line>}: what is
   * rendered from them tells for each of its lines which line of the template made it.
   */
  default TemplateSource traced() {
    return path -> find(path).map(source -> new Source(source.file(), marked(source.content())));
  }

  private static String marked(String content) {
    StringBuilder marked = new StringBuilder();
    int number = 0;
    for (String line : content.split("\n", -1)) {
      number++;
      String bare = line.strip();
      marked.append(number == 1 ? "" : "\n").append(line);
      // A line of directives alone leaves no line behind; a mark would make one of it.
      if (!bare.isEmpty() && !bare.startsWith("<#") && !bare.startsWith("</#")) {
        marked.append(" #@").append(number);
      }
    }
    return marked.toString();
  }

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
