package io.terraplen.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to replace files in one folder, held by one run at a time. It is a lock of the
 * operating system on a file in the work folder, so a run that is killed gives it up. On a file
 * system that cannot lock, nothing is written at all.
 */
final class RunLock implements AutoCloseable {

  /**
   * What this process holds. POSIX locks belong to a process, and closing any channel to the file
   * gives them up: a second thread must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Folder folder;
  private final Disk disk;
  private final Path key;
  private final FileChannel channel;

  private RunLock(Folder folder, Disk disk, Path key, FileChannel channel) {
    this.folder = folder;
    this.disk = disk;
    this.key = key;
    this.channel = channel;
  }

  /** Waits for another run to end, as long as patience lasts. */
  static RunLock take(Folder folder, Disk disk, Duration patience) throws IOException {
    long start = System.nanoTime();
    while (true) {
      RunLock lock = tryTake(folder, disk);
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() - start >= patience.toNanos()) {
        throw new OutputException(
            "another run is writing `" + folder.name() + "`; run again when it has ended");
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new OutputException("stopped while another run was writing `" + folder.name() + "`");
      }
    }
  }

  private static @Nullable RunLock tryTake(Folder folder, Disk disk) throws IOException {
    disk.createFolders(folder.work());
    Path key;
    try {
      key = folder.work().toRealPath();
    } catch (NoSuchFileException e) {
      return null; // The other run ended and swept it away.
    }
    if (!HELD.add(key)) {
      return null;
    }
    FileChannel channel = null;
    RunLock taken = null;
    try {
      channel = lockedChannel(folder, disk);
      if (channel != null) {
        taken = new RunLock(folder, disk, key, channel);
      }
      return taken;
    } finally {
      if (taken == null) {
        HELD.remove(key);
      }
    }
  }

  /**
   * A channel that holds the lock, or nothing if another run holds it. The holder deletes the file
   * before it lets go, so a lock counts only if the file is still the one that was there before it
   * was opened: otherwise it is one on a deleted file, and somebody else may lock the new one.
   */
  private static @Nullable FileChannel lockedChannel(Folder folder, Disk disk) throws IOException {
    Path file = folder.work().resolve("lock");
    FileChannel channel = null;
    boolean locked = false;
    try {
      disk.createFile(file);
      Object before = identity(file);
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      locked = lock != null && Objects.equals(before, identity(file));
      return locked ? channel : null;
    } catch (NoSuchFileException | OverlappingFileLockException e) {
      return null;
    } finally {
      if (channel != null && !locked) {
        channel.close();
      }
    }
  }

  private static @Nullable Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  /** Removes the lock's file, and the work folder if it is empty, as the last act of a holder. */
  void remove() {
    try {
      disk.delete(folder.work().resolve("lock"));
      disk.delete(folder.work());
    } catch (IOException e) {
      // The next run takes the file as it stands, and sweeps the folder.
    }
  }

  /** Lets go, and leaves the file: what happens when a run is killed happens here too. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The process's end closes it.
    } finally {
      HELD.remove(key);
    }
  }
}
