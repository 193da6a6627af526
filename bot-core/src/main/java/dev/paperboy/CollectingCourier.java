package dev.paperboy;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Courier;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Permit;
import dev.paperboy.delivery.Reconciliation;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what is due to the terminal, for the answer that is being given there. */
final class CollectingCourier implements Courier {
  private final List<Message> taken = new CopyOnWriteArrayList<>();

  List<Message> taken() {
    return List.copyOf(taken);
  }

  @Override
  public String platform() {
    return "terminal";
  }

  @Override
  public Delivery deliver(Address to, Message message, DeliveryKey key, Permit permit) {
    taken.add(message);
    return new Delivery.Delivered("printed");
  }

  /** What a killed run may have printed nobody knows; at a terminal, twice is better than never. */
  @Override
  public Reconciliation reconcile(
      Address to, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
    return new Reconciliation.CannotLook("a terminal keeps nothing", true);
  }

  @Override
  public boolean reachable(Address to) {
    return true;
  }
}
