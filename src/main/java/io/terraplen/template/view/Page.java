package io.terraplen.template.view;

import java.util.Map;

/**
 * One generated file: its template is {@code templates/<path>.ftl}.
 *
 * @param path the file's path below {@code generated/<environment>}
 * @param model what the template sees, by name
 */
record Page(String path, Map<String, Object> model) {

  static Page of(String path, String name, Object value) {
    return new Page(path, Map.of(name, value));
  }
}
