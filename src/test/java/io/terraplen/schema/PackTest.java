package io.terraplen.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packs the provider's schema and the functions' signatures, and compares with what is committed:
 * the documented step, see the README beside the packed files.
 */
class PackTest {

  private static final Path PACKED = Path.of("src/main/resources/io/terraplen/schema");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void theProviderIsPackedFromItsJson() throws Exception {
    Path source =
        Path.of(
            System.getProperty("schema.source", "../shared/provider-schema/aws-6.25.0.json.gz"));
    assumeThat(source).exists();
    Packed packed = pack(source);
    if (System.getProperty("schema.source") != null) {
      Files.writeString(PACKED.resolve("aws.index"), packed.index);
      Files.write(PACKED.resolve("aws.types"), packed.types.toByteArray());
    }
    assertThat(Files.readString(PACKED.resolve("aws.index"))).isEqualTo(packed.index);
    assertThat(Files.readAllBytes(PACKED.resolve("aws.types")))
        .isEqualTo(packed.types.toByteArray());
  }

  @Test
  void theFunctionsArePackedFromTheirJson() throws IOException {
    String source = System.getProperty("functions.source");
    assumeThat(source).isNotNull();
    StringBuilder out = new StringBuilder();
    out.append(
        "# Terraform 1.11.4, `terraform metadata functions -json`: name, result, parameters, any further\n");
    JsonNode functions =
        JSON.readTree(Files.readString(Path.of(source))).get("function_signatures");
    for (String name : functions.propertyNames()) {
      if (name.startsWith("core::")) {
        continue;
      }
      JsonNode each = functions.get(name);
      List<String> parameters = new ArrayList<>();
      if (each.has("parameters")) {
        each.get("parameters").forEach(parameter -> parameters.add(type(parameter.get("type"))));
      }
      out.append(name).append(' ').append(type(each.get("return_type"))).append(' ');
      out.append(String.join(";", parameters)).append(' ');
      if (each.has("variadic_parameter")) {
        out.append(type(each.get("variadic_parameter").get("type")));
      }
      out.append('\n');
    }
    Files.writeString(PACKED.resolve("functions.txt"), out.toString());
  }

  private record Packed(String index, ByteArrayOutputStream types) {}

  private static Packed pack(Path source) throws IOException, NoSuchAlgorithmException {
    byte[] bytes = Files.readAllBytes(source);
    JsonNode root;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(source))) {
      root = JSON.readTree(in);
    }
    JsonNode provider = root.get("provider_schemas").get("registry.terraform.io/hashicorp/aws");
    StringBuilder index = new StringBuilder();
    index.append("# hashicorp/aws 6.25.0\n");
    index.append("# read out of the npm package @cdktf/provider-aws 21.22.1 (MPL-2.0)\n");
    index
        .append("# packed from ")
        .append(source.getFileName())
        .append(", sha256 ")
        .append(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
        .append('\n');
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    add('p', "aws", provider.get("provider").get("block"), index, types);
    for (String name : provider.get("resource_schemas").propertyNames()) {
      add('r', name, provider.get("resource_schemas").get(name).get("block"), index, types);
    }
    for (String name : provider.get("data_source_schemas").propertyNames()) {
      add('d', name, provider.get("data_source_schemas").get(name).get("block"), index, types);
    }
    return new Packed(index.toString(), types);
  }

  private static void add(
      char kind, String name, JsonNode block, StringBuilder index, ByteArrayOutputStream types) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    List<String> ordered = new ArrayList<>();
    ordered.add("");
    ordered.set(0, line(block, lines, ordered));
    byte[] text = String.join("\n", ordered).getBytes(StandardCharsets.US_ASCII);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(text);
    deflater.finish();
    byte[] packed = new byte[text.length + 100];
    int size = deflater.deflate(packed);
    deflater.end();
    index.append(kind).append(' ').append(name).append(' ').append(types.size()).append(' ');
    index.append(size).append(' ').append(text.length).append('\n');
    types.write(packed, 0, size);
  }

  private static String line(JsonNode block, Map<String, Integer> lines, List<String> ordered) {
    if (block.has("description") && block.get("description").asString().startsWith("opaque:")) {
      return "!";
    }
    List<String> attributes = new ArrayList<>();
    if (block.has("attributes")) {
      for (String name : block.get("attributes").propertyNames()) {
        JsonNode each = block.get("attributes").get(name);
        String flags =
            (each.has("required") ? "r" : "")
                + (each.has("optional") ? "o" : "")
                + (each.has("computed") ? "c" : "");
        attributes.add(name + " " + flags + " " + type(each.get("type")));
      }
    }
    List<String> blocks = new ArrayList<>();
    if (block.has("block_types")) {
      for (String name : block.get("block_types").propertyNames()) {
        JsonNode each = block.get("block_types").get(name);
        String inner = line(each.get("block"), lines, ordered);
        Integer number = lines.get(inner);
        if (number == null) {
          number = ordered.size();
          ordered.add(inner);
          lines.put(inner, number);
        }
        String mode =
            switch (each.get("nesting_mode").asString()) {
              case "list" -> "l";
              case "set" -> "t";
              default -> "1";
            };
        int least = each.has("min_items") ? each.get("min_items").asInt() : 0;
        int most = each.has("max_items") ? each.get("max_items").asInt() : 0;
        blocks.add(name + " " + mode + " " + least + " " + most + " " + number);
      }
    }
    return String.join("|", attributes) + ";" + String.join("|", blocks);
  }

  private static String type(JsonNode type) {
    if (type.isString()) {
      return switch (type.asString()) {
        case "string" -> "s";
        case "number" -> "n";
        case "bool" -> "b";
        default -> "d";
      };
    }
    return switch (type.get(0).asString()) {
      case "list" -> "L" + type(type.get(1));
      case "set" -> "S" + type(type.get(1));
      case "map" -> "M" + type(type.get(1));
      default -> {
        List<String> members = new ArrayList<>();
        for (String name : type.get(1).propertyNames()) {
          members.add(name + ":" + type(type.get(1).get(name)));
        }
        yield "O{" + String.join(",", members) + "}";
      }
    };
  }
}
