package dev.paperboy.store;

import dev.paperboy.chat.Inbox;
import dev.paperboy.chat.InboxContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresInboxTest extends InboxContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Override
  protected Inbox inbox() {
    return fresh.store().inbox();
  }
}
