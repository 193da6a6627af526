package dev.paperboy.store;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Keeps who changed what, in the transaction of the change itself. */
final class Audit {
  private Audit() {}

  static void note(
      Handle handle, Instant at, String actor, String action, String subject, String detail) {
    handle
        .createUpdate(SqlAudit.NOTE)
        .bind("id", UUID.randomUUID().toString())
        .bind("at", at.toEpochMilli())
        .bind("actor", actor)
        .bind("action", action)
        .bind("subject", subject)
        .bind("detail", detail)
        .execute();
  }
}
