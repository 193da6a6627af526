package dev.paperboy.store;

import dev.paperboy.reader.Readers;
import dev.paperboy.reader.ReadersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReadersTest extends ReadersContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Override
  protected Readers readers() {
    return fresh.store().readers();
  }
}
