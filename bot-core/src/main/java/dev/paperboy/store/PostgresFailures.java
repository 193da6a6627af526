package dev.paperboy.store;

import dev.paperboy.catalog.StoreFailure;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL's states mean for people.
 *
 * @param address named in each message, without its password
 * @param patience how long a statement waits for another process
 */
record PostgresFailures(DatabaseAddress address, Duration patience) {
  private static final String UNCHANGED = "; nothing was changed";

  StoreFailure of(Throwable fault) {
    PSQLException told = told(fault);
    if (told != null) {
      return new StoreFailure(words(told), fault);
    }
    Throwable last = fault;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException || !(last instanceof SQLException)) {
        last = cause;
      }
    }
    // not the fault itself, which repeats the whole statement
    return new StoreFailure(place() + " failed" + UNCHANGED + ": " + last.getMessage(), fault);
  }

  boolean isLockTimeout(Throwable fault) {
    PSQLException told = told(fault);
    return told != null && "55P03".equals(told.getSQLState());
  }

  boolean isDeadlock(Throwable fault) {
    PSQLException told = told(fault);
    return told != null
        && ("40P01".equals(told.getSQLState()) || "40001".equals(told.getSQLState()));
  }

  StoreFailure beingPrepared(Throwable fault) {
    return new StoreFailure(
        "another process has been preparing "
            + place()
            + " for more than "
            + seconds()
            + UNCHANGED
            + ". Try again when it is done.",
        fault);
  }

  private static @Nullable PSQLException told(Throwable fault) {
    PSQLException told = null;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException server) {
        told = server;
      }
    }
    return told;
  }

  private String words(PSQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (state) {
      case "28P01", "28000" ->
          place()
              + " did not let "
              + who()
              + " in: "
              + (state.equals("28P01") ? "wrong user or password" : said(e))
              + ". Check PAPERBOY_DATABASE_USER and PAPERBOY_DATABASE_PASSWORD.";
      case "08004" ->
          place()
              + " refused "
              + who()
              + ": "
              + said(e)
              + ". Check PAPERBOY_DATABASE_USER and PAPERBOY_DATABASE_PASSWORD.";
      case "3D000" ->
          place()
              + " is not there: the server runs, but has no database of that name. Make it (create"
              + " database …), or correct PAPERBOY_DATABASE_URL.";
      case "53300" ->
          place()
              + " has no connection left"
              + UNCHANGED
              + ". Raise its max_connections, or run fewer processes.";
      case "57P03" -> place() + " is starting or stopping" + UNCHANGED + ". Try again in a moment.";
      case "53100", "53200" ->
          place()
              + " is out of "
              + (state.equals("53100") ? "disk space" : "memory")
              + UNCHANGED
              + ". Free some, and try again.";
      case "42501" ->
          place()
              + " does not allow it to "
              + who()
              + UNCHANGED
              + ": "
              + said(e)
              + ". Make that user the owner of the database or of the schema.";
      case "25006" ->
          place() + " is read-only" + UNCHANGED + ". Name its primary in PAPERBOY_DATABASE_URL.";
      case "55P03" ->
          place()
              + " has been locked by another process for more than "
              + seconds()
              + UNCHANGED
              + ". Try again when it is done.";
      case "40001", "40P01" ->
          place()
              + " was written by another process at the same moment"
              + UNCHANGED
              + ". Try again.";
      default ->
          state.startsWith("08") || state.startsWith("57P")
              ? unreachable(e)
              : place() + " failed" + UNCHANGED + ": " + said(e);
    };
  }

  private String unreachable(PSQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return place()
            + " cannot be reached: no such host. Check PAPERBOY_DATABASE_URL and the network.";
      }
    }
    if (e.getCause() instanceof java.net.ConnectException) {
      return place()
          + " cannot be reached: nothing answers there. Start the server, or correct"
          + " PAPERBOY_DATABASE_URL.";
    }
    return place()
        + " cannot be reached ("
        + said(e)
        + "). Whether the last change was kept is not known.";
  }

  /** The server's own sentence, without the statement and without what it was given. */
  private static String said(PSQLException e) {
    ServerErrorMessage server = e.getServerErrorMessage();
    String text = server == null ? e.getMessage() : server.getMessage();
    String line = String.valueOf(text).lines().findFirst().orElse("");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private String who() {
    String user = address.asks();
    return user == null ? "this user" : "“" + user + "”";
  }

  private String place() {
    return address.place();
  }

  private String seconds() {
    return SqliteFailures.seconds(Math.toIntExact(patience.toMillis()));
  }
}
