package dev.paperboy.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTidyTest extends TidyContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Override
  protected Store store() {
    return fresh.store();
  }
}
