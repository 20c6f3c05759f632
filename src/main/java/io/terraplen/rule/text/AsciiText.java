package io.terraplen.rule.text;

import io.terraplen.catalog.Catalog;
import io.terraplen.derive.Derived;
import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.finding.Severity;
import io.terraplen.rule.ModelRule;
import io.terraplen.rule.Output;
import io.terraplen.rule.OutputRule;
import io.terraplen.text.Pointer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text bound for AWS has only characters that its field takes, and no more of them. */
public final class AsciiText implements ModelRule, OutputRule {

  private static final RuleInfo INFO =
      RuleInfo.of(AsciiText.class, "text that its field in AWS does not take", Severity.ERROR);

  /** What people write for people; as much as a tag, it is plain ASCII whatever AWS states. */
  private static final Set<String> PROSE = Set.of("alarm_description", "comment", "description");

  /** Texts that are themselves in YAML, in any context. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 ./()_-]*[A-Za-z0-9)]");

  private static final Pattern WORD_OF_YAML =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private final Catalog catalog;

  public AsciiText(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Derived derived) {
    return ModelText.all(derived).stream().flatMap(this::check);
  }

  @Override
  public Stream<Finding> check(Output output) {
    return OutputText.all(output).stream().flatMap(this::check);
  }

  private Stream<Finding> check(ModelText text) {
    Naming naming = naming(text.resource(), text.argument());
    if (naming.isTooLong(text.text())) {
      // Of names, NameLength says so.
      return isProse(text.argument())
          ? Stream.of(tooLong(text.at(), text.title(), text.text(), naming).hint("shorten it"))
          : Stream.of();
    }
    return naming.isAscii(text.text()) && naming.takes(text.text())
        ? Stream.of()
        : Stream.of(advised(refused(text.at(), text.title(), text.text(), naming), text, naming));
  }

  private Stream<Finding> check(OutputText text) {
    Pointer at = text.block().at();
    String resource = text.block().type();
    Naming naming = naming(resource, text.argument());
    String title = "`" + text.argument() + "` of `" + resource + "`";
    boolean isProse = isProse(text.argument());
    Stream<Finding> findings;
    if (isProse && naming.isTooLong(text.text())) {
      findings = Stream.of(tooLong(at, title, text.text(), naming).hint("shorten it"));
    } else if (!naming.takes(text.text()) || (isProse && !naming.isAscii(text.text()))) {
      findings = Stream.of(refused(at, title, text.text(), naming).hint("write it in plain ASCII"));
    } else {
      findings = Stream.of();
    }
    // A block without an address in the descriptor is shown where it stands.
    return findings.map(finding -> at.isRoot() ? finding.withPos(text.pos()) : finding);
  }

  private Naming naming(String resource, String argument) {
    return new Naming(catalog.naming().of(resource, argument).orElse(null));
  }

  private static boolean isProse(String argument) {
    return argument.startsWith("tags.")
        || PROSE.contains(argument.substring(argument.lastIndexOf('.') + 1));
  }

  private Finding tooLong(Pointer at, String title, String text, Naming naming) {
    int length = text.codePointCount(0, text.length());
    return INFO.finding(
            at, "%s has %d characters, AWS takes at most %d", title, length, naming.max())
        .withCatalogDate(catalog.naming().date());
  }

  private Finding refused(Pointer at, String title, String text, Naming naming) {
    String what =
        naming
            .culprit(text)
            .map(culprit -> "holds " + culprit + ", which AWS does not take there")
            .orElse("is not put together as AWS takes it");
    return INFO.finding(at, "%s %s", title, what).withCatalogDate(catalog.naming().date());
  }

  private static Finding advised(Finding finding, ModelText text, Naming naming) {
    if (!text.isValue()) {
      return finding.hint(
          text.argument().startsWith("tags.")
              ? "write the key in plain ASCII"
              : "give the component another key, or state its `name`");
    }
    return naming
        .nearest(text.text())
        .map(
            nearest ->
                finding
                    .hint("names, descriptions and tags in AWS are plain ASCII")
                    .fix(yaml(nearest)))
        .orElse(finding.hint("write it in plain ASCII"));
  }

  private static String yaml(String text) {
    return PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches()
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
