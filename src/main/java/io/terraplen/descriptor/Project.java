package io.terraplen.descriptor;

import static io.terraplen.descriptor.DescriptorRules.OUTSIDE_PROJECT;
import static io.terraplen.descriptor.DescriptorRules.TOO_LARGE;
import static io.terraplen.descriptor.DescriptorRules.UNREADABLE_FILE;

import io.terraplen.finding.Finding;
import io.terraplen.finding.RuleInfo;
import io.terraplen.text.Pointer;
import io.terraplen.text.Pos;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder below which descriptors lie: finds and reads files, and nothing outside. */
final class Project {

  private final Path root;

  Project(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * A file cannot be read; the finding is placed at the start of that file, or where the refusal
   * arose.
   */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    private Refused(Finding finding) {
      super(finding.message(), null, false, false);
      this.finding = finding;
    }

    Finding finding() {
      return finding;
    }
  }

  private static Refused refuse(RuleInfo rule, Pos pos, String message, Object... arguments) {
    return new Refused(rule.finding(Pointer.ROOT, message, arguments).withPos(pos));
  }

  /**
   * The file that a name means: relative to the folder of {@code from}, or to the root.
   *
   * @param pos where the name was written
   */
  String locate(String name, @Nullable String from, Pos pos) throws Refused {
    if (name.isBlank()) {
      throw refuse(UNREADABLE_FILE, pos, "expected the name of a file");
    }
    if (name.contains("://")) {
      throw refuse(
          OUTSIDE_PROJECT,
          pos,
          "expected a file of this project, got the URL %s",
          Messages.shown(name));
    }
    if (name.indexOf('\\') >= 0) {
      throw refuse(UNREADABLE_FILE, pos, "write %s with forward slashes", Messages.shown(name));
    }
    Path path;
    try {
      path = root.getFileSystem().getPath(name);
    } catch (InvalidPathException e) {
      throw refuse(UNREADABLE_FILE, pos, "%s is no name of a file", Messages.shown(name));
    }
    if (path.isAbsolute() || name.startsWith("/") || (name.length() > 1 && name.charAt(1) == ':')) {
      throw refuse(
          OUTSIDE_PROJECT,
          pos,
          "%s is absolute: name the file relative to this one",
          Messages.shown(name));
    }
    Path folder = from == null ? root : root.resolve(from).getParent();
    Path file = (folder == null ? root : folder).resolve(path).normalize();
    if (!file.startsWith(root) || file.equals(root)) {
      throw refuse(
          OUTSIDE_PROJECT,
          pos,
          "%s lies outside the project: move it below the root",
          Messages.shown(name));
    }
    return slashed(root.relativize(file));
  }

  private static String slashed(Path relative) {
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }

  /**
   * Reads a file.
   *
   * @param file as {@link #locate} gave it
   * @param pos where its absence is reported: the place that names it
   */
  Input read(String file, Pos pos) throws Refused {
    Path path = root.resolve(file);
    Pos start = Pos.startOf(file);
    try {
      if (!Files.exists(path)) {
        throw missing(file, path, pos);
      }
      if (!path.toRealPath().startsWith(root.toRealPath())) {
        throw refuse(
            OUTSIDE_PROJECT, pos, "%s links to a place outside the project", Messages.shown(file));
      }
      if (Files.isDirectory(path)) {
        throw refuse(UNREADABLE_FILE, pos, "%s is a folder; expected a file", Messages.shown(file));
      }
      if (!Files.isRegularFile(path)) { // a pipe or a device would block
        throw refuse(UNREADABLE_FILE, pos, "%s is no regular file", Messages.shown(file));
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(Limits.FILE_BYTES + 1);
      }
      if (bytes.length > Limits.FILE_BYTES) {
        throw refuse(TOO_LARGE, start, "the file is larger than 1 MiB; split it and use `extends`");
      }
      return new Input(file, bytes, decode(file, bytes));
    } catch (AccessDeniedException e) {
      throw refuse(
          UNREADABLE_FILE, pos, "%s cannot be read: access is denied", Messages.shown(file));
    } catch (IOException e) {
      throw refuse(UNREADABLE_FILE, pos, "%s cannot be read", Messages.shown(file));
    }
  }

  /** What tells files apart, whatever links lead to them. */
  Path identity(String file) {
    Path path = root.resolve(file);
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  private static Refused missing(String file, Path path, Pos pos) {
    Path parent = path.getParent();
    Path name = path.getFileName();
    List<String> siblings = parent == null ? List.of() : yamlFiles(parent);
    Refused refused = refuse(UNREADABLE_FILE, pos, "%s does not exist", Messages.shown(file));
    String wanted = name == null ? file : name.toString();
    Optional<String> near = nearestFile(wanted, siblings);
    String hint =
        near.map(sibling -> "did you mean `" + sibling + "`?")
            .orElse(siblings.isEmpty() ? null : "there is " + Messages.listed(siblings));
    return hint == null ? refused : new Refused(refused.finding().hint(hint));
  }

  private static Optional<String> nearestFile(String wanted, List<String> siblings) {
    List<String> stems = new ArrayList<>();
    for (String sibling : siblings) {
      stems.add(stem(sibling));
    }
    // Compared without extensions, so that `.yaml` does not make short names alike.
    return Messages.nearest(stem(wanted), stems).map(stem -> siblings.get(stems.indexOf(stem)));
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** The YAML files directly in a folder, sorted; none if there is no such folder. */
  static List<String> yamlFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith("."))
          .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The text of bytes in UTF-8, without a byte order mark. */
  private static String decode(String file, byte[] bytes) throws Refused {
    if (bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE))) {
      throw refuse(UNREADABLE_FILE, Pos.startOf(file), "the file is UTF-16; save it as UTF-8");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      String last = text.substring(text.lastIndexOf('\n') + 1);
      throw refuse(
          UNREADABLE_FILE,
          Pos.of(file, line, 1 + last.codePointCount(0, last.length()), 1),
          "byte %s is not UTF-8; save the file as UTF-8",
          String.format(Locale.ROOT, "0x%02X", bytes[in.position()]));
    }
    return text;
  }
}
