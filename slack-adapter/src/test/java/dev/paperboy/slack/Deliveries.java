package dev.paperboy.slack;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Permit;
import dev.paperboy.delivery.Reconciliation;
import java.time.Instant;

/** Hands single messages to a courier, as the dispatcher does. */
final class Deliveries {
  private Deliveries() {}

  static Delivery send(SlackCourier courier, Address to, Message message) {
    return courier.deliver(to, message, key(to), Permit.ALWAYS);
  }

  /** Looks for what was sent last to that place. */
  static Reconciliation look(SlackCourier courier, Address to, Message message) {
    return courier.reconcile(to, message, key(to), Instant.EPOCH.plusSeconds(100), Permit.ALWAYS);
  }

  private static DeliveryKey key(Address to) {
    return new DeliveryKey("d-" + to.key(), 1, null);
  }
}
