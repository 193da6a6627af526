package dev.paperboy.store;

import dev.paperboy.catalog.StoreFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What SQLite's result codes mean for people.
 *
 * @param file the database, named in each message
 * @param busyMillis how long SQLite waits for another process
 */
record SqliteFailures(Path file, int busyMillis) {
  /** Extended codes carry the plain one in their last eight bits. */
  private static final int PLAIN = 0xff;

  StoreFailure of(Throwable fault) {
    Throwable told = fault;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return new StoreFailure(words(sqlite), fault);
      }
      if (cause instanceof NativeLibraryNotFoundException) {
        return new StoreFailure(
            "SQLite cannot start: its library is unpacked into "
                + System.getProperty("java.io.tmpdir")
                + ", which must be there, writable, and allow programs to run; nothing was"
                + " changed. Name another folder by -Djava.io.tmpdir=…",
            fault);
      }
      if (cause instanceof SQLException || !(told instanceof SQLException)) {
        told = cause;
      }
    }
    // not the fault itself, which repeats the whole statement
    return new StoreFailure(file + " failed; nothing was changed: " + told.getMessage(), fault);
  }

  private String words(SQLiteException e) {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getResultCode().code & PLAIN);
    return switch (code) {
      case SQLITE_FULL ->
          "the disk is full: "
              + file
              + " has no room to grow; nothing was changed. Free some space and try again.";
      case SQLITE_IOERR ->
          "the disk is full or failing: "
              + file
              + " could not be read or written; nothing was changed. Check the disk and try again.";
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
          "cannot open "
              + file
              + ": it and its folder must be readable and writable for this user.";
      case SQLITE_READONLY ->
          "cannot write "
              + file
              + ": it and its folder must be writable for this user; nothing was changed.";
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
          file
              + " has been locked by another process for more than "
              + seconds(busyMillis)
              + "; nothing was changed. Try again when it is done.";
      case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged();
      default -> file + " failed; nothing was changed: " + e.getMessage();
    };
  }

  String damaged() {
    return file
        + " is damaged; nothing was changed. Move it away to start anew, or restore a backup.";
  }

  static String seconds(int millis) {
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
