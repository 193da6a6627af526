package dev.paperboy.store;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.ChangesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteChangesTest extends ChangesContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected Catalog catalog() {
    return fresh.store().catalog();
  }
}
