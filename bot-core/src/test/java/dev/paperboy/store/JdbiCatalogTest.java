package dev.paperboy.store;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiCatalogTest extends CatalogContract {
  @RegisterExtension final FreshStore fresh;

  JdbiCatalogTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected Catalog catalog() {
    return fresh.store().catalog();
  }
}
