package dev.paperboy.store;

/** What platforms deliver, and the lines behind their buttons. */
final class SqlInbound {
  static final String SEE =
      """
      insert into inbound_seen (platform, event_id, seen_at) values (:platform, :id, :now)
      on conflict (platform, event_id) do update set seen_at = excluded.seen_at
      where inbound_seen.seen_at < :since
      """;

  static final String KEEP_LINE =
      """
      insert into long_line (id, line, kept_at) values (:id, :line, :now)
      on conflict (id) do update set kept_at = excluded.kept_at
      """;

  static final String LINE = "select line from long_line where id = :id and kept_at >= :since";

  private SqlInbound() {}
}
