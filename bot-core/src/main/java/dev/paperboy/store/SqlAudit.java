package dev.paperboy.store;

/** Who changed what. */
final class SqlAudit {
  static final String NOTE =
      """
      insert into audit (id, at, actor, action, subject, detail)
      values (:id, :at, :actor, :action, :subject, :detail)
      """;

  private SqlAudit() {}
}
