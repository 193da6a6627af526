package dev.paperboy.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteTidyTest extends TidyContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected Store store() {
    return fresh.store();
  }
}
