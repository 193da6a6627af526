package dev.paperboy.store;

import dev.paperboy.chat.Inbox;
import dev.paperboy.chat.InboxContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteInboxTest extends InboxContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected Inbox inbox() {
    return fresh.store().inbox();
  }
}
