package dev.paperboy.store;

import dev.paperboy.delivery.AgendaContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiAgendaTest extends AgendaContract {
  @RegisterExtension final FreshStore fresh;

  JdbiAgendaTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected Store store() {
    return fresh.store();
  }
}
