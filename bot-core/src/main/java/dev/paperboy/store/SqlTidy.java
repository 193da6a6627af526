package dev.paperboy.store;

/** What is not kept for good: each removes some of what is older than a moment. */
final class SqlTidy {
  static final String ATTEMPTS =
      """
      delete from delivery_attempt where (delivery_id, number) in (
        select delivery_id, number from delivery_attempt where at < :before limit :most)
      """;

  static final String INBOUND =
      """
      delete from inbound_seen where (platform, event_id) in (
        select platform, event_id from inbound_seen where seen_at < :before limit :most)
      """;

  static final String LONG_LINES =
      """
      delete from long_line where id in (
        select id from long_line where kept_at < :before limit :most)
      """;

  /** A message that arrived, or never will, is not sent again. */
  static final String RELEASE_CONTENTS =
      """
      update delivery set content_hash = null where id in (
        select id from delivery
        where content_hash is not null and state in ('SENT', 'DEAD', 'SKIPPED')
          and created_at < :before
        limit :most)
      """;

  static final String CONTENTS =
      """
      delete from content where hash in (
        select hash from content
        where not exists (select 1 from delivery where content_hash = content.hash)
        limit :most)
      """;

  static final String UNSHOWN =
      """
      delete from ledger where (destination, paper_id, subscription_id, occasion) in (
        select destination, paper_id, subscription_id, occasion from ledger
        where verdict in ('OVERFLOW', 'HELD') and decided_at < :before
        limit :most)
      """;

  private SqlTidy() {}
}
