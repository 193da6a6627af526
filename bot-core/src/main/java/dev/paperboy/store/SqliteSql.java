package dev.paperboy.store;

/** The few statements that only SQLite knows. */
final class SqliteSql {
  static final String TABLES =
      "select name from sqlite_master where type = 'table' and name not like 'sqlite@_%' escape"
          + " '@'";

  static final String JOURNAL_MODE = "pragma journal_mode";

  static final String USE_WRITE_AHEAD_LOG = "pragma journal_mode = wal";

  private SqliteSql() {}
}
