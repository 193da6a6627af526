package dev.paperboy.store;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteCatalogTest extends CatalogContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected Catalog catalog() {
    return fresh.store().catalog();
  }
}
