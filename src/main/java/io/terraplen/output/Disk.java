package io.terraplen.output;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The only place that changes a disk: each change is one step, announced before it is taken. */
final class Disk {

  private final Steps steps;

  Disk(Steps steps) {
    this.steps = steps;
  }

  /** Makes a folder and those it lies in, as far as they are missing. */
  void createFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      createFolders(parent);
    }
    steps.before("create folder " + folder);
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      // Another run may have been faster.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** Makes an empty file unless there is one. */
  void createFile(Path file) throws IOException {
    steps.before("create " + file);
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // As wanted.
    }
  }

  void write(Path file, byte[] content) throws IOException {
    write(file, content, false);
  }

  /** Writes a file and returns when the device has it, not only the operating system. */
  void writeThrough(Path file, byte[] content) throws IOException {
    write(file, content, true);
  }

  private void write(Path file, byte[] content, boolean through) throws IOException {
    steps.before("create " + file);
    // No temporary file of the library's: those are private to the user, ours follow the umask.
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      steps.before("fill " + file);
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      if (through) {
        channel.force(true);
      }
    }
  }

  /** Gives a file another place on the same file system, where it replaces one that is there. */
  void move(Path from, Path to) throws IOException {
    steps.before("move " + from + " to " + to);
    Files.move(from, to, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  /** Deletes a file or an empty folder, if it exists. */
  void delete(Path path) throws IOException {
    if (exists(path)) {
      steps.before("delete " + path);
      Files.deleteIfExists(path);
    }
  }

  /** Whether anything stands at a path, be it a link that leads nowhere. */
  static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a folder stands at a path itself, not behind a link. */
  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
