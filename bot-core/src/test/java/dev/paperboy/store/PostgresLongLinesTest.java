package dev.paperboy.store;

import dev.paperboy.chat.LongLines;
import dev.paperboy.chat.LongLinesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLongLinesTest extends LongLinesContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Override
  protected LongLines lines() {
    return fresh.store().longLines();
  }
}
