package dev.paperboy.delivery;

import dev.paperboy.store.FreshStore;

class SqliteKillTest extends ProcessKillContract {
  SqliteKillTest() {
    super(FreshStore.onSqlite(), false);
  }
}
