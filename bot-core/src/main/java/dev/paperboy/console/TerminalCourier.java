package dev.paperboy.console;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Courier;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Permit;
import dev.paperboy.delivery.Reconciliation;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Hands digests to whoever sits at this terminal, by printing them. */
final class TerminalCourier implements Courier {
  static final String PLATFORM = "terminal";
  private static final Duration LATER = Duration.ofMinutes(5);

  private final Predicate<Message> printer;

  /**
   * @param printer prints one message whole; false where nobody reads any more
   */
  TerminalCourier(Predicate<Message> printer) {
    this.printer = printer;
  }

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public synchronized Delivery deliver(
      Address to, Message message, DeliveryKey key, Permit permit) {
    return printer.test(message)
        ? new Delivery.Delivered(key.id() + "/" + key.part())
        : new Delivery.TryLater(LATER, "nobody reads the terminal any more", "", false);
  }

  /** What was printed on a terminal that is gone helps nobody: it is printed again. */
  @Override
  public Reconciliation reconcile(
      Address to, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
    return new Reconciliation.CannotLook("a terminal keeps no record", true);
  }

  @Override
  public boolean reachable(Address to) {
    return true;
  }
}
