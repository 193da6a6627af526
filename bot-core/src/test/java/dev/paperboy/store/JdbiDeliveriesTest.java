package dev.paperboy.store;

import dev.paperboy.delivery.DeliveriesContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiDeliveriesTest extends DeliveriesContract {
  @RegisterExtension final FreshStore fresh;

  JdbiDeliveriesTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected Store store() {
    return fresh.store();
  }
}
