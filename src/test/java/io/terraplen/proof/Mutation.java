package io.terraplen.proof;

import io.terraplen.hcl.Body;
import io.terraplen.hcl.Hcl;
import io.terraplen.schema.BlockSchema;
import io.terraplen.schema.ProviderSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One defect put into a configuration at a seeded place. */
record Mutation(String kind, String file, int line, String before, String after, Texts texts) {

  static final List<String> KINDS = List.of("delete", "misspell", "reference", "type");

  private static final Pattern REFERENCE =
      Pattern.compile("\\b(?:var|local|module|data|aws_[a-z0-9_]+)(?:\\.[a-z0-9_]+)+");

  /** A defect of a kind; none where the chosen file offers no place for it. */
  static Optional<Mutation> of(String kind, Texts texts, Random random) {
    List<String> files = new ArrayList<>(texts.files().keySet());
    String file = files.get(random.nextInt(files.size()));
    List<String> lines = new ArrayList<>(List.of(texts.files().get(file).split("\n", -1)));
    List<int[]> places = new ArrayList<>();
    Body body = Hcl.parse(file, texts.files().get(file)).body();
    for (Body.Block block : body.blocks()) {
      boolean managed = block.name().equals("resource");
      Optional<BlockSchema> schema =
          managed
              ? ProviderSchema.aws().find(ProviderSchema.Kind.RESOURCE, block.labels().get(0))
              : Optional.empty();
      collect(kind, block.body(), schema, managed || !kind.equals("misspell"), places);
    }
    if (kind.equals("reference")) {
      places.clear();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).strip().startsWith("#") && REFERENCE.matcher(lines.get(i)).find()) {
          places.add(new int[] {i, 0});
        }
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int index = places.get(random.nextInt(places.size()))[0];
    String before = lines.get(index);
    String after =
        switch (kind) {
          case "delete" -> "";
          case "misspell" -> before.replaceFirst("([a-z0-9_]+)[a-z0-9_](\\s*=)", "$1$2");
          case "reference" -> broken(before, random);
          default -> swapped(before);
        };
    if (after.equals(before)) {
      return Optional.empty();
    }
    lines.set(index, after);
    Map<String, String> changed = new TreeMap<>(texts.files());
    changed.put(file, String.join("\n", lines));
    return Optional.of(new Mutation(kind, file, index + 1, before, after, new Texts(changed)));
  }

  private static void collect(
      String kind, Body body, Optional<BlockSchema> schema, boolean wanted, List<int[]> places) {
    List<Body.Element> elements = body.elements();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Body.Block block) {
        Optional<BlockSchema> inner =
            schema.flatMap(
                each -> Optional.ofNullable(each.blocks().get(block.name())).map(n -> n.block()));
        collect(kind, block.body(), inner, wanted, places);
        continue;
      }
      Body.Attribute attribute = (Body.Attribute) elements.get(i);
      boolean required =
          schema
              .map(each -> each.attributes().get(attribute.name()))
              .filter(BlockSchema.Attribute::required)
              .isPresent();
      if (wanted && (!kind.equals("delete") || required)) {
        places.add(new int[] {attribute.pos().line() - 1, 0});
      }
    }
  }

  private static String broken(String line, Random random) {
    Matcher matcher = REFERENCE.matcher(line);
    List<int[]> found = new ArrayList<>();
    while (matcher.find()) {
      String[] parts = matcher.group().split("\\.", -1);
      int part = 1 + random.nextInt(parts.length - 1);
      int end = matcher.start();
      for (int i = 0; i <= part; i++) {
        end += parts[i].length() + (i == 0 ? 0 : 1);
      }
      found.add(new int[] {end, 0});
    }
    int at = found.get(random.nextInt(found.size()))[0];
    return line.substring(0, at) + "x" + line.substring(at);
  }

  private static String swapped(String line) {
    Matcher matcher = Pattern.compile("^(\\s*[a-z0-9_]+\\s*= )(.*)$").matcher(line);
    if (!matcher.matches()) {
      return line;
    }
    String value = matcher.group(2);
    String other;
    if (value.matches("-?[0-9.]+")) {
      other = "\"abc\"";
    } else if (value.matches("true|false")) {
      other = "\"maybe\"";
    } else if (value.matches("\\[.*]")) {
      other = "\"abc\"";
    } else if (value.matches("\"[^\"]*\"")) {
      other = "[\"abc\"]";
    } else {
      return line;
    }
    return matcher.group(1) + other;
  }
}
