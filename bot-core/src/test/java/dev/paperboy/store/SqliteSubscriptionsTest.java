package dev.paperboy.store;

import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.SubscriptionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSubscriptionsTest extends SubscriptionsContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected Subscriptions subscriptions() {
    return fresh.store().subscriptions();
  }
}
