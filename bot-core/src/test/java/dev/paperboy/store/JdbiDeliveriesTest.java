package dev.paperboy.store;

import dev.paperboy.delivery.Agenda;
import dev.paperboy.delivery.Claims;
import dev.paperboy.delivery.DeliveriesContract;
import dev.paperboy.delivery.Outbox;
import dev.paperboy.digest.Ledger;
import dev.paperboy.subscription.Subscriptions;
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

  @Override
  protected Claims claims() {
    return fresh.store().claims();
  }

  @Override
  protected Ledger ledger() {
    return fresh.store().ledger();
  }
}
