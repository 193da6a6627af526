package dev.paperboy.store;

import dev.paperboy.catalog.StoreFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder of one SQLite store: the database, and the file that processes lock to prepare it. */
record DataFolder(Path home) {
  private static final int PAUSE_MILLIS = 20;

  /** The smallest page of SQLite, and so the smallest file but the empty one. */
  private static final int SMALLEST_DATABASE = 512;

  /** Makes what is missing of the folder and the file, open to nobody but the owner. */
  static DataFolder at(Path home) {
    DataFolder folder = new DataFolder(home.toAbsolutePath().normalize());
    folder.makeFolder();
    folder.makeFile(folder.database());
    return folder;
  }

  Path database() {
    return home.resolve("paperboy.db");
  }

  /** Whether the file holds something too short to be a database; SQLite may take it for empty. */
  boolean holdsAScrap() {
    try {
      long size = Files.size(database());
      return size > 0 && size < SMALLEST_DATABASE;
    } catch (IOException e) {
      throw new StoreFailure("cannot read " + database() + ": " + reason(e), e);
    }
  }

  private void makeFolder() {
    if (Files.isDirectory(home)) {
      return;
    }
    // asked again in this order: another process may make the folder in between
    if (Files.exists(home) && !Files.isDirectory(home)) {
      throw new StoreFailure(
          home + " is a file, not a folder; nothing was changed. Choose another folder.");
    }
    try {
      Files.createDirectories(home, onlyForOwner("rwx------"));
    } catch (IOException e) {
      throw new StoreFailure("cannot make the folder " + home + ": " + reason(e), e);
    }
  }

  private void makeFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new StoreFailure(
          file + " is a folder, not a file; nothing was changed. Choose another folder.");
    }
    try {
      if (Files.notExists(file)) {
        Files.createFile(file, onlyForOwner("rw-------"));
      }
    } catch (FileAlreadyExistsException e) {
      // another process was faster: the same file
      return;
    } catch (IOException e) {
      throw new StoreFailure("cannot make " + file + ": " + reason(e), e);
    }
  }

  private FileAttribute<?>[] onlyForOwner(String mode) {
    return home.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  /** Runs the work while no other process, and no other thread, does so in this folder. */
  void alone(int patienceMillis, Runnable work) {
    Path file = home.resolve("paperboy.lock");
    makeFile(file);
    try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE));
        FileLock lock = lock(channel, patienceMillis)) {
      if (lock == null) {
        throw new StoreFailure(
            "another process has been preparing "
                + database()
                + " for more than "
                + SqliteFailures.seconds(patienceMillis)
                + "; nothing was changed. Try again when it is done.");
      }
      work.run();
    } catch (IOException e) {
      throw new StoreFailure("cannot lock " + file + ": " + reason(e), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel, int patienceMillis)
      throws IOException {
    for (int waited = 0; ; waited += PAUSE_MILLIS) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException e) {
        // held by another thread of this process
      }
      if (waited >= patienceMillis) {
        return null;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied. Allow it for this user, or choose another folder.";
    }
    if (e instanceof NoSuchFileException missing) {
      return "nothing can be made at " + missing.getFile() + ". Choose another folder.";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is a file, not a folder. Choose another folder.";
    }
    String words = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return words == null ? e.getClass().getSimpleName() : words;
  }
}
