package dev.paperboy.store;

/** The few statements that only PostgreSQL knows. */
final class PostgresSql {
  static final String TABLES =
      """
      select table_name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'
      """;

  static final String SCHEMA = "select current_schema()";

  static final String ENCODING = "select current_setting('server_encoding')";

  /** One writer of the schema at a time, whichever process it is in. */
  static final String LOCK = "select cast(pg_advisory_lock(:key) as text)";

  static final String UNLOCK = "select pg_advisory_unlock(:key)";

  private PostgresSql() {}
}
