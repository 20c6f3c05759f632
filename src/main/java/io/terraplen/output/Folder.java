package io.terraplen.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A generated folder: where things are in it, what it is called in messages.
 *
 * @param root the folder
 * @param name what a user calls it: its path from the project root
 */
record Folder(Path root, String name) {

  /** Where a file of the folder is. */
  Path at(String path) {
    return root.resolve(path);
  }

  /** Our own folder in it, while a replacement is at work or after one was killed. */
  Path work() {
    return root.resolve(FileSet.WORK);
  }

  /** The list of what the replacement under way does; while it is there, an undoing is due. */
  Path journal() {
    return work().resolve("journal");
  }

  /** The journal again, once everything is done and only our own leavings are to be removed. */
  Path committed() {
    return work().resolve("committed");
  }

  /** Where the old content of a journal's entry is kept. */
  Path old(int entry) {
    return work().resolve(entry + ".old");
  }

  /** Where the new content of a journal's entry is prepared. */
  Path fresh(int entry) {
    return work().resolve(entry + ".new");
  }

  /** A file as messages show it. */
  String shown(String path) {
    return "`" + name + "/" + path + "`";
  }

  /**
   * The content of a regular file, or nothing where there is none.
   *
   * @throws OutputException if a link leads to it: we would read, and later write, elsewhere
   */
  byte @Nullable [] read(String path) {
    for (String folder = FileSet.parent(path); ; folder = FileSet.parent(folder)) {
      if (!folder.isEmpty() && Files.isSymbolicLink(at(folder))) {
        throw refusedLink(folder);
      }
      if (folder.isEmpty()) {
        break;
      }
    }
    Path file = at(path);
    try {
      BasicFileAttributes is =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (is.isSymbolicLink()) {
        throw refusedLink(path);
      }
      if (is.isOther()) {
        throw new OutputException(shown(path) + " is no regular file; move it away");
      }
      return is.isDirectory() ? null : Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      if (belowFile(path)) {
        return null;
      }
      throw new OutputException("cannot read " + shown(path) + ": " + reason(e), e);
    }
  }

  private boolean belowFile(String path) {
    for (String up = FileSet.parent(path); !up.isEmpty(); up = FileSet.parent(up)) {
      if (Files.isRegularFile(at(up))) {
        return true;
      }
    }
    return false;
  }

  private OutputException refusedLink(String path) {
    return new OutputException(
        shown(path) + " is a symbolic link and is not written through; remove it");
  }

  /** The journal of a replacement that was killed or is at work, if there is one. */
  Optional<Journal> readJournal(Path file) {
    if (!Disk.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Journal.parse(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new OutputException(
          "an interrupted run left `%s/%s`, which is unreadable; delete it, then restore `%s`"
              .formatted(name, FileSet.WORK, name),
          e);
    }
  }

  /**
   * A disk's refusal in words for a user.
   *
   * @param doing what was tried: {@code cannot write}
   * @param state how the folder is left
   */
  OutputException failure(String doing, IOException e, String state) {
    return new OutputException(
        doing + " `" + place(e) + "`: " + reason(e) + "; " + advice(e) + state, e);
  }

  /** The file that the failure is about; our work folder is of no interest to a user. */
  private String place(IOException e) {
    if (e instanceof FileSystemException failure && failure.getFile() != null) {
      Path file = root.getFileSystem().getPath(failure.getFile());
      if (file.startsWith(root) && !file.startsWith(work()) && !file.equals(root)) {
        return name + "/" + root.relativize(file).toString().replace('\\', '/');
      }
    }
    return name;
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (e instanceof NoSuchFileException) {
      return "it has vanished";
    }
    if (e instanceof AtomicMoveNotSupportedException) {
      return "it lies on another file system";
    }
    String said = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
    if (said == null || said.isBlank()) {
      return "the disk refused";
    }
    return said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
  }

  private static String advice(IOException e) {
    String reason = reason(e).toLowerCase(Locale.ROOT);
    if (reason.contains("space") || reason.contains("quota")) {
      return "free some space; ";
    }
    if (reason.contains("permi") || reason.contains("read-only")) {
      return "check its permissions; ";
    }
    return "";
  }
}
