package dev.paperboy.store;

import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.SubscriptionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiSubscriptionsTest extends SubscriptionsContract {
  @RegisterExtension final FreshStore fresh;

  JdbiSubscriptionsTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected Subscriptions subscriptions() {
    return fresh.store().subscriptions();
  }
}
