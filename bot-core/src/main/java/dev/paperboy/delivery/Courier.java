package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import java.time.Instant;
import java.util.List;

/**
 * Hands messages to one platform: the port that each adapter implements. Called from several
 * threads; blocks until the platform has answered, at most 10 s, which is less than the lease of a
 * delivery. Never throws for what a platform or a network does.
 */
public interface Courier {
  /** As in {@link Address#platform()}. */
  String platform();

  /**
   * Whose deliveries it takes: {@link #platform()} for all of its platform, or, where it may write
   * to one space only, {@code platform:space} with that space as in {@link Address#space()}.
   */
  default String holds() {
    return platform();
  }

  /** How fast it may be called to deliver; asked once. It need not wait by itself. */
  default Pace pace() {
    return Pace.FREE;
  }

  /**
   * Sends one message, at most once.
   *
   * @param permit asked before the last bytes leave; {@link Delivery.Withheld} where it does not
   *     hold
   */
  Delivery deliver(Address to, Message message, DeliveryKey key, Permit permit);

  /**
   * Finds out what became of a send whose outcome is open. A platform that recognises a key may be
   * handed the same message again while it surely does; all others look it up.
   *
   * @param sentAt when the open send began, or earlier
   * @param permit as in {@link #deliver}, where the same message is handed over again; a look needs
   *     none
   */
  Reconciliation reconcile(
      Address to, Message message, DeliveryKey key, Instant sentAt, Permit permit);

  /** Whether a suspended destination can be written to again, found out without writing to it. */
  boolean reachable(Address to);

  /**
   * What stands in the way of writing to a place, each as a sentence with what mends it; empty
   * where nothing is known to. Asked by people who wait for the answer: it may call the platform,
   * for at most 10 s in all, and never throws for what that does.
   */
  default List<String> obstacles(Address to) {
    return List.of();
  }
}
