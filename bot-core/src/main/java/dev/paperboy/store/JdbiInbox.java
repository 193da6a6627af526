package dev.paperboy.store;

import dev.paperboy.chat.Inbox;
import java.time.Instant;

/** What came in, in a database. */
final class JdbiInbox implements Inbox {
  private final Database database;

  JdbiInbox(Database database) {
    this.database = database;
  }

  @Override
  public boolean firstTime(String platform, String id, Instant now) {
    return database.change(
        SqlInbound.SEE,
        see ->
            see.bind("platform", platform)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .bind("since", now.minus(KEPT).toEpochMilli()));
  }
}
