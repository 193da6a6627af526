package dev.paperboy.store;

import dev.paperboy.reader.Readers;
import dev.paperboy.reader.ReadersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteReadersTest extends ReadersContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected Readers readers() {
    return fresh.store().readers();
  }
}
