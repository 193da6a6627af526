package dev.paperboy.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresKeptRowsTest extends KeptRowsContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Override
  protected FreshStore fresh() {
    return fresh;
  }
}
