package io.terraplen.rule;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.hcl.Body;
import io.terraplen.hcl.Diagnostic;
import io.terraplen.hcl.Hcl;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rendered Terraform of an environment, read back: what output rules see. */
public final class Output {

  private final SortedMap<String, String> files;
  private final List<OutputBlock> blocks = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final SortedMap<String, Pointer> addresses = new TreeMap<>();
  private final SortedMap<String, Pointer> duplicates = new TreeMap<>();

  /**
   * The files by path below {@code generated/<environment>}; those that are no {@code .tf} are not
   * read.
   */
  public Output(SortedMap<String, String> files) {
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    this.files.forEach(
        (path, text) -> {
          if (path.endsWith(".tf")) {
            read(path, text);
          }
        });
  }

  private void read(String path, String text) {
    String[] parts = path.split("/", -1);
    String module = parts.length > 2 && parts[0].equals("modules") ? parts[1] : "";
    Hcl.Parsed parsed = Hcl.parse(path, text);
    problems.addAll(parsed.problems());
    for (Body.Block block : parsed.body().blocks()) {
      OutputBlock read = OutputBlock.of(module, block, Pointer.ROOT);
      blocks.add(read);
      if (isAddressed(block)) {
        String address = address(read);
        if (addresses.putIfAbsent(address, read.at()) != null) {
          duplicates.put(address, read.at());
        }
      }
    }
  }

  private static boolean isAddressed(Body.Block block) {
    return (block.name().equals("resource") || block.name().equals("data"))
        && block.labels().size() == 2;
  }

  private static String address(OutputBlock block) {
    return (block.module().isEmpty() ? "" : "module." + block.module() + ".")
        + (block.block().name().equals("data") ? "data." : "")
        + block.type()
        + "."
        + block.label();
  }

  /** The text of each file by path. */
  public SortedMap<String, String> files() {
    return files;
  }

  /** The resources, in the order of files and lines. */
  public Stream<OutputBlock> resources() {
    return blocks.stream().filter(each -> each.block().name().equals("resource"));
  }

  /** The resources of a type, in the order of files and lines. */
  public Stream<OutputBlock> resources(String type) {
    return resources().filter(each -> each.type().equals(type));
  }

  /**
   * The descriptor's address of the block around a line of a file; the root where there is none.
   */
  public Pointer at(Pos place) {
    Pointer at = Pointer.ROOT;
    for (OutputBlock block : blocks) {
      if (block.pos().file().equals(place.file()) && block.pos().line() <= place.line()) {
        at = block.at();
      }
    }
    return at;
  }

  /** The place in the descriptor of each resource and data source, by Terraform address. */
  public SortedMap<String, Pointer> addresses() {
    return Collections.unmodifiableSortedMap(addresses);
  }

  /** The addresses that two blocks have, with the place of the second. */
  public Map<String, Pointer> duplicates() {
    return Collections.unmodifiableMap(duplicates);
  }

  /** What could not be read. */
  public List<Diagnostic> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** A finding on a block: at its address in the descriptor, or where it stands if it has none. */
  public Finding finding(
      RuleInfo rule, OutputBlock block, String message, @Nullable Object... arguments) {
    Finding finding = rule.finding(block.at(), message, arguments);
    return block.at().isRoot() ? finding.withPos(block.pos()) : finding;
  }
}
