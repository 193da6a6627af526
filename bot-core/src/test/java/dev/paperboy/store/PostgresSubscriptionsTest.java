package dev.paperboy.store;

import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.SubscriptionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSubscriptionsTest extends SubscriptionsContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Override
  protected Subscriptions subscriptions() {
    return fresh.store().subscriptions();
  }
}
