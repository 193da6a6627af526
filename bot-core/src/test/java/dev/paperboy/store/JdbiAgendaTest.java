package dev.paperboy.store;

import dev.paperboy.delivery.Agenda;
import dev.paperboy.delivery.AgendaContract;
import dev.paperboy.delivery.Outbox;
import dev.paperboy.subscription.Subscriptions;
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
  protected Subscriptions subscriptions() {
    return fresh.store().subscriptions();
  }

  @Override
  protected Agenda agenda() {
    return fresh.store().agenda();
  }

  @Override
  protected Outbox outbox() {
    return fresh.store().outbox();
  }
}
