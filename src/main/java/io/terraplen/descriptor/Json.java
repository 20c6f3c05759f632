package io.terraplen.descriptor;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * Writes maps, collections, texts, numbers and booleans as JSON, indented by two, one key a line.
 */
final class Json {

  private Json() {}

  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value, "\n");
    return out.append('\n').toString();
  }

  private static void write(StringBuilder out, Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      block(out, map.entrySet(), indent, "{}");
    } else if (value instanceof Collection<?> list) {
      if (list.stream().allMatch(item -> item instanceof String)) {
        String separator = "[";
        for (Object item : list) {
          out.append(separator);
          string(out, (String) item);
          separator = ", ";
        }
        out.append(list.isEmpty() ? "[]" : "]");
      } else {
        block(out, list, indent, "[]");
      }
    } else if (value instanceof String text) {
      string(out, text);
    } else {
      out.append(value);
    }
  }

  private static void block(
      StringBuilder out, Collection<?> items, String indent, String brackets) {
    if (items.isEmpty()) {
      out.append(brackets);
      return;
    }
    String inner = indent + "  ";
    out.append(brackets.charAt(0));
    for (Iterator<?> i = items.iterator(); i.hasNext(); ) {
      out.append(inner);
      Object item = i.next();
      if (item instanceof Map.Entry<?, ?> entry) {
        string(out, entry.getKey().toString());
        out.append(": ");
        write(out, entry.getValue(), inner);
      } else {
        write(out, item, inner);
      }
      if (i.hasNext()) {
        out.append(',');
      }
    }
    out.append(indent).append(brackets.charAt(1));
  }

  private static void string(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
