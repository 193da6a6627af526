package dev.paperboy.store;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCatalogTest extends CatalogContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Override
  protected Catalog catalog() {
    return fresh.store().catalog();
  }
}
