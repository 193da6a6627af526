package dev.paperboy.store;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.ChangesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresChangesTest extends ChangesContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Override
  protected Catalog catalog() {
    return fresh.store().catalog();
  }
}
