package dev.paperboy.store;

import dev.paperboy.delivery.Agenda;
import dev.paperboy.delivery.Claims;
import dev.paperboy.delivery.DeliveriesContract;
import dev.paperboy.delivery.Outbox;
import dev.paperboy.digest.Ledger;
import dev.paperboy.subscription.Subscriptions;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDeliveriesTest extends DeliveriesContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

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
