package dev.paperboy.store;

import dev.paperboy.chat.Inbox;
import dev.paperboy.chat.LongLines;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Removes what has served its time. What was shown to a destination, each delivery with its outcome
 * and each change of a subscription are kept for good.
 */
final class Housekeeping {
  static final Duration ATTEMPTS = Duration.ofDays(30);

  /** Counted from when a delivery was planned; it is over by then. */
  static final Duration CONTENTS = Duration.ofDays(30);

  /** Far more than the longest window of a digest. */
  static final Duration UNSHOWN = Duration.ofDays(90);

  /** Rows removed by one transaction, so that others have their turn. */
  static final int AT_ONCE = 2_000;

  private final Database database;
  private final int atOnce;

  Housekeeping(Database database, int atOnce) {
    this.database = database;
    this.atOnce = atOnce;
  }

  /** Returns how many rows were removed. Any number of processes may tidy at once. */
  int tidy(Instant now) {
    int removed =
        remove(SqlTidy.ATTEMPTS, now.minus(ATTEMPTS))
            + remove(SqlTidy.INBOUND, now.minus(Inbox.KEPT))
            + remove(SqlTidy.LONG_LINES, now.minus(LongLines.KEPT))
            + remove(SqlTidy.UNSHOWN, now.minus(UNSHOWN));
    remove(SqlTidy.RELEASE_CONTENTS, now.minus(CONTENTS));
    return removed + inSteps(SqlTidy.CONTENTS, Map.of());
  }

  private int remove(String sql, Instant before) {
    return inSteps(sql, Map.of("before", before.toEpochMilli()));
  }

  private int inSteps(String sql, Map<String, Long> named) {
    int removed = 0;
    int some;
    do {
      some =
          database.write(
              handle -> handle.createUpdate(sql).bindMap(named).bind("most", atOnce).execute());
      removed += some;
    } while (some == atOnce);
    return removed;
  }
}
