package io.terraplen.report;

import io.terraplen.finding.Finding;
import io.terraplen.text.Pos;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Findings as one JSON object; keys that do not apply are left out. */
public final class JsonReport {

  private JsonReport() {}

  /**
   * The report, indented, with a final newline.
   *
   * @param version Terraplen's own
   * @param environments the environments that were checked
   */
  public static String print(String version, List<String> environments, List<Finding> findings) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("tool", "terraplen");
      json.writeStringProperty("version", version);
      json.writeArrayPropertyStart("environments");
      environments.forEach(json::writeString);
      json.writeEndArray();
      json.writeArrayPropertyStart("findings");
      findings.forEach(finding -> print(finding, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private static void print(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("rule", finding.rule());
    json.writeStringProperty("severity", finding.severity().toString());
    json.writeStringProperty("message", finding.message());
    text(json, "hint", finding.hint());
    text(json, "fix", finding.fix());
    text(json, "consider", finding.consider());
    text(json, "address", finding.at().isRoot() ? null : finding.at());
    json.writeStringProperty("file", finding.pos().file());
    json.writeNumberProperty("line", finding.pos().line());
    json.writeNumberProperty("column", finding.pos().column());
    json.writeNumberProperty("end_line", finding.pos().endLine());
    json.writeNumberProperty("end_column", finding.pos().endColumn());
    text(json, "environment", finding.environment().isEmpty() ? null : finding.environment());
    json.writeStringProperty("url", "docs/rules/" + finding.rule() + ".md");
    text(json, "catalog_date", finding.catalogDate());
    if (!finding.origins().isEmpty()) {
      json.writeArrayPropertyStart("origins");
      for (Pos origin : finding.origins()) {
        json.writeStartObject();
        json.writeStringProperty("file", origin.file());
        json.writeNumberProperty("line", origin.line());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (finding.waived() != null) {
      json.writeObjectPropertyStart("waiver");
      json.writeStringProperty("reason", finding.waived().reason());
      json.writeStringProperty("owner", finding.waived().owner());
      json.writeStringProperty("until", finding.waived().until().toString());
      json.writeEndObject();
    }
    json.writeStringProperty("fingerprint", fingerprint(finding));
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }

  /** What stays the same while lines move: rule, environment, address and message. */
  private static String fingerprint(Finding finding) {
    String identity =
        String.join(
            "\n",
            finding.rule(),
            finding.environment(),
            finding.at().toString(),
            finding.message());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
