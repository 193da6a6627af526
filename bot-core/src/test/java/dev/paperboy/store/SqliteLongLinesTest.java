package dev.paperboy.store;

import dev.paperboy.chat.LongLines;
import dev.paperboy.chat.LongLinesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteLongLinesTest extends LongLinesContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected LongLines lines() {
    return fresh.store().longLines();
  }
}
