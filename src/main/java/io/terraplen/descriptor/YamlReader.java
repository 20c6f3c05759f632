package io.terraplen.descriptor;

import static io.terraplen.descriptor.DescriptorRules.DUPLICATE_KEY;
import static io.terraplen.descriptor.DescriptorRules.EMPTY_VALUE;
import static io.terraplen.descriptor.DescriptorRules.MERGE_KEY;
import static io.terraplen.descriptor.DescriptorRules.SYNTAX;
import static io.terraplen.descriptor.DescriptorRules.TOO_LARGE;
import static io.terraplen.descriptor.DescriptorRules.WRONG_TYPE;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one file's text into nodes. Built on the parser's events rather than on its nodes, so that
 * limits hold while reading, not after.
 */
final class YamlReader {

  /**
   * What a file says.
   *
   * @param root absent if nothing of the file can be used
   * @param intact whether the whole file was understood; if not, something may be missing from
   *     {@code root} that the file states
   */
  record Document(Node.@Nullable Mapping root, boolean intact) {}

  /** Reading cannot go on; the finding says why. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    /**
     * The line, from 1, that alone is at fault, so that reading without it makes sense; 0 if there
     * is none.
     */
    private final int culprit;

    Stop(Finding finding, int culprit) {
      super(finding.message(), null, false, false);
      this.finding = finding;
      this.culprit = culprit;
    }
  }

  /** The way down to a value; spelled out only for a finding. */
  private record Step(@Nullable Step above, @Nullable String key, int item) {
    Pointer pointer() {
      Pointer parent = above == null ? Pointer.ROOT : above.pointer();
      return key != null ? parent.child(key) : item >= 0 ? parent.item(item) : parent;
    }
  }

  private final String file;
  private final String text;
  private final List<Finding> found = new ArrayList<>();
  private final Map<String, Node> anchors = new HashMap<>();
  private final ParserImpl parser;
  private Mark last;
  private int nodes;

  private YamlReader(String file, String text) {
    this.file = file;
    this.text = text;
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setVersionFunction(version -> version).build();
    this.parser = new ParserImpl(settings, new StreamReader(settings, text));
    this.last = new Mark(file, 0, 0, 0, new int[0], 0);
  }

  /**
   * Reads a text and reports what is wrong in it. After a syntax error that one line is to blame
   * for, reading starts again without that line, to find what else is wrong.
   */
  static Document read(String file, String text, Problems problems) {
    Pos unprintable = unprintable(file, text);
    if (unprintable != null) {
      problems.add(
          SYNTAX,
          Pointer.ROOT,
          unprintable,
          "an invisible character; remove it, or write it as an escape in double quotes");
      return new Document(null, false);
    }
    String rest = text;
    int line = 0;
    for (int attempt = 1; ; attempt++) {
      YamlReader reader = new YamlReader(file, rest);
      try {
        Node.Mapping root = reader.document();
        reader.report(problems, attempt == 1);
        return new Document(root, attempt == 1 && root != null);
      } catch (Stop stop) {
        problems.add(stop.finding);
        if (stop.culprit <= line || attempt == Limits.SYNTAX_ERRORS) {
          reader.report(problems, attempt == 1);
          return new Document(null, false);
        }
        line = stop.culprit;
        rest = withoutLine(rest, line);
      }
    }
  }

  /** Where a line was left out, what lay above it may only seem to be empty. */
  private void report(Problems problems, boolean whole) {
    for (Finding finding : found) {
      if (whole || !finding.rule().equals(EMPTY_VALUE.id())) {
        problems.add(finding);
      }
    }
  }

  /**
   * The first character that YAML does not allow or that would make lines and columns mean
   * something else here than in an editor: a byte order mark within the text, a carriage return on
   * its own.
   */
  private static @Nullable Pos unprintable(String file, String text) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean lone = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (!StreamReader.isPrintable(c) || c == 0xFEFF || lone) {
        return Pos.of(file, line, column, 1);
      }
      column++;
      if (c == '\n') {
        line++;
        column = 1;
      }
      i += Character.charCount(c);
    }
    return null;
  }

  /** The text with a line and the more deeply indented ones below it left empty. */
  private static String withoutLine(String text, int line) {
    String[] lines = text.split("\n", -1);
    int indent = indent(lines[line - 1]);
    lines[line - 1] = "";
    for (int i = line; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        if (indent(lines[i]) <= indent) {
          break;
        }
        lines[i] = "";
      }
    }
    return String.join("\n", lines);
  }

  private static int indent(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private Node.@Nullable Mapping document() throws Stop {
    next(); // the stream
    if (next() instanceof DocumentStartEvent start) {
      version(start);
    } else {
      add(
          EMPTY_VALUE,
          Pointer.ROOT,
          Pos.startOf(file),
          "the file is empty; a descriptor is a mapping of keys");
      return null;
    }
    Node root = node(next(), new Step(null, null, -1), 1);
    next(); // the document's end
    Event after = next();
    if (after instanceof DocumentStartEvent) {
      Mark mark = after.getStartMark().orElse(last);
      add(
          SYNTAX,
          Pointer.ROOT,
          Pos.of(file, mark.getLine() + 1, mark.getColumn() + 1, 3),
          "a second document begins here; keep one in each file");
    }
    if (root instanceof Node.Mapping mapping) {
      return mapping;
    }
    if (root.isNull() || isEmpty(root) || (root instanceof Node.Broken && found.isEmpty())) {
      add(
          EMPTY_VALUE,
          Pointer.ROOT,
          Pos.startOf(file),
          "the file is empty; a descriptor is a mapping of keys");
    } else if (!(root instanceof Node.Broken)) {
      add(
          WRONG_TYPE,
          Pointer.ROOT,
          root.pos(),
          "expected a mapping of keys, got %s",
          root.described());
    }
    return null;
  }

  private void version(DocumentStartEvent start) {
    Optional<SpecVersion> version = start.getSpecVersion();
    if (version.isPresent() && (version.get().getMajor() != 1 || version.get().getMinor() != 2)) {
      Mark mark = start.getStartMark().orElse(last);
      add(
          SYNTAX,
          Pointer.ROOT,
          Pos.of(file, mark.getLine() + 1, mark.getColumn() + 1, 1),
          "a descriptor is YAML 1.2; remove the `%%YAML` line");
    }
  }

  private Node node(Event event, Step step, int depth) throws Stop {
    Pos pos = pos(event);
    if (depth > Limits.DEPTH) {
      throw stop(TOO_LARGE, pos, "nested more than %d levels deep", Limits.DEPTH);
    }
    count(1, pos);
    if (event instanceof AliasEvent alias) {
      return alias(alias, pos, step, depth);
    }
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof CollectionStartEvent collection
                ? collection.getTag()
                : Optional.empty();
    if (tag.isPresent()) {
      add(
          SYNTAX,
          step.pointer(),
          pos,
          "a value cannot have a tag such as `!x`; if `!` is part of the text, put it in quotes");
    }
    Node node =
        switch (event.getEventId()) {
          case MappingStart -> mapping(pos, (CollectionStartEvent) event, step, depth);
          case SequenceStart -> sequence(pos, (CollectionStartEvent) event, step, depth);
          default -> scalar((ScalarEvent) event, pos, step);
        };
    if (tag.isPresent()) {
      node = new Node.Broken(node.pos());
    }
    if (event instanceof NodeEvent anchored && anchored.getAnchor().isPresent()) {
      anchors.put(anchored.getAnchor().get().getValue(), node);
    }
    return node;
  }

  private Node scalar(ScalarEvent event, Pos pos, Step step) {
    String value = event.getValue();
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      if (Character.getType(c) == Character.SURROGATE) {
        add(
            SYNTAX,
            step.pointer(),
            pos,
            "half a character; write the other half of the `\\u` pair as well");
        return new Node.Broken(pos);
      }
      i += Character.charCount(c);
    }
    return new Node.Scalar(pos, value, event.isPlain());
  }

  private Node alias(AliasEvent event, Pos pos, Step step, int depth) throws Stop {
    String name = event.getAlias().getValue();
    Node target = anchors.get(name);
    if (target == null) {
      add(
          SYNTAX,
          step.pointer(),
          pos,
          "no anchor %s before this; if `*` is part of the text, put it in quotes",
          Messages.shown("&" + name));
      return new Node.Broken(pos);
    }
    count(target.size() - 1, pos);
    if (depth + target.height() - 1 > Limits.DEPTH) {
      throw stop(TOO_LARGE, pos, "nested more than %d levels deep", Limits.DEPTH);
    }
    return target.at(pos);
  }

  private Node sequence(Pos start, CollectionStartEvent event, Step step, int depth) throws Stop {
    List<Node> items = new ArrayList<>();
    Pos end = start;
    while (true) {
      Event next = next();
      if (next.getEventId() == Event.ID.SequenceEnd) {
        return new Node.Sequence(span(start, event.isFlow() ? pos(next) : end), items);
      }
      Step below = new Step(step, null, items.size());
      Node item = node(next, below, depth + 1);
      if (isEmpty(item)) {
        add(
            EMPTY_VALUE,
            below.pointer(),
            item.pos(),
            "an empty item; remove the dash, or give it a value");
        item = new Node.Broken(item.pos());
      }
      end = item.pos();
      items.add(item);
    }
  }

  private Node mapping(Pos start, CollectionStartEvent event, Step step, int depth) throws Stop {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    Pos end = start;
    while (true) {
      Event next = next();
      if (next.getEventId() == Event.ID.MappingEnd) {
        return new Node.Mapping(span(start, event.isFlow() ? pos(next) : end), entries);
      }
      Node keyNode = node(next, step, depth + 1);
      String key = key(keyNode, step);
      Step below = new Step(step, key == null ? "" : key, -1);
      Node value = node(next(), below, depth + 1);
      end = value.pos();
      if (key == null) {
        continue;
      }
      Node.Entry earlier = entries.get(key);
      if (earlier != null) {
        add(
            DUPLICATE_KEY,
            below.pointer(),
            keyNode.pos(),
            "%s is stated twice: here and on line %d",
            Messages.shown(key),
            earlier.key().line());
        continue;
      }
      if (isEmpty(value)) {
        add(
            EMPTY_VALUE,
            below.pointer(),
            keyNode.pos(),
            "%s has no value; write `null` for none, or `{}` for an empty mapping",
            Messages.shown(key));
        value = new Node.Broken(keyNode.pos());
      }
      entries.put(key, new Node.Entry(keyNode.pos(), value));
    }
  }

  private static boolean isEmpty(Node node) {
    return node instanceof Node.Scalar scalar && scalar.plain() && scalar.text().isEmpty();
  }

  /** A key's text; absent, and reported, if it is none. */
  private @Nullable String key(Node node, Step step) throws Stop {
    if (node instanceof Node.Broken) {
      return null;
    }
    if (!(node instanceof Node.Scalar scalar)) {
      add(WRONG_TYPE, step.pointer(), node.pos(), "a key is one word, not %s", node.described());
      return null;
    }
    String key = scalar.text();
    if (scalar.plain()) {
      if (key.isEmpty()) {
        add(SYNTAX, step.pointer(), node.pos(), "a key is missing before the colon");
        return null;
      }
      if (key.equals("<<")) {
        add(
            MERGE_KEY,
            step.pointer(),
            node.pos(),
            "`<<` is not supported; use `extends` for files, `like` for components");
        return null;
      }
      if (scalar.isNull() || CoreSchema.isNumberOrBoolean(key)) {
        add(WRONG_TYPE, step.pointer(), node.pos(), "a key is text: write `\"%s\"` in quotes", key);
        return null;
      }
    }
    if (key.length() > Limits.KEY_LENGTH) {
      throw stop(TOO_LARGE, node.pos(), "a key of more than %d characters", Limits.KEY_LENGTH);
    }
    return key;
  }

  private void count(int more, Pos pos) throws Stop {
    nodes += more;
    if (nodes > Limits.NODES) {
      throw stop(TOO_LARGE, pos, "more than %d values, repeated ones included", Limits.NODES);
    }
  }

  private void add(RuleInfo rule, Pointer at, Pos pos, String message, Object... arguments) {
    found.add(rule.finding(at, message, arguments).withPos(pos));
  }

  private static Stop stop(RuleInfo rule, Pos pos, String message, Object... arguments) {
    return new Stop(rule.finding(Pointer.ROOT, message, arguments).withPos(pos), 0);
  }

  private Event next() throws Stop {
    try {
      Event event = parser.next();
      last = event.getEndMark().orElse(last);
      return event;
    } catch (MarkedYamlEngineException e) {
      SyntaxError error = SyntaxError.of(file, text, e);
      Finding finding = SYNTAX.finding(Pointer.ROOT, "%s", error.message()).withPos(error.pos());
      throw new Stop(finding, error.culprit());
    } catch (YamlEngineException e) {
      Pos pos = Pos.of(file, last.getLine() + 1, last.getColumn() + 1, 1);
      throw stop(SYNTAX, pos, "not YAML from here on");
    }
  }

  private Pos pos(Event event) {
    Mark start = event.getStartMark().orElse(last);
    Mark end = event.getEndMark().orElse(start);
    return new Pos(
        file, start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
  }

  /** From the start of one range to the end of another. */
  private static Pos span(Pos from, Pos to) {
    return new Pos(from.file(), from.line(), from.column(), to.endLine(), to.endColumn());
  }
}
