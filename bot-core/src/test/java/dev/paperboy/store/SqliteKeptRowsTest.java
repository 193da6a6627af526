package dev.paperboy.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteKeptRowsTest extends KeptRowsContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected FreshStore fresh() {
    return fresh;
  }
}
