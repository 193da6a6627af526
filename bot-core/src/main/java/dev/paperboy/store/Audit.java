package dev.paperboy.store;

import dev.paperboy.subscription.Subscriptions.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of who changed what, written in the transaction of the change itself. */
final class Audit {
  private static final AtomicLong WRITTEN = new AtomicLong();

  private Audit() {}

  static void note(Handle handle, Change change) {
    // in the order of writing, where several are of one millisecond
    String id =
        String.format(Locale.ROOT, "%013d-%s", WRITTEN.incrementAndGet(), UUID.randomUUID());
    handle
        .createUpdate(SqlSubscriptions.NOTE)
        .bind("id", id)
        .bind("at", change.at().toEpochMilli())
        .bind("actor", change.actor())
        .bind("action", change.action())
        .bind("subject", change.subject())
        .bind("detail", change.detail())
        .execute();
  }

  static Change read(ResultSet row, StatementContext context) throws SQLException {
    return new Change(
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"));
  }
}
