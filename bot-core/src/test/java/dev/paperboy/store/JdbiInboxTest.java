package dev.paperboy.store;

import dev.paperboy.chat.Inbox;
import dev.paperboy.chat.InboxContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiInboxTest extends InboxContract {
  @RegisterExtension final FreshStore fresh;

  JdbiInboxTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected Inbox inbox() {
    return fresh.store().inbox();
  }
}
