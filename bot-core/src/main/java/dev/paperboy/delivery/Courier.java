package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import java.time.Instant;

/**
 * Hands messages to one platform: the port that each adapter implements. Called from several
 * threads; blocks until the platform has answered, at most 10 s, which is less than the lease of a
 * delivery. Never throws for what a platform or a network does.
 */
public interface Courier {
  /** As in {@link Address#platform()}. */
  String platform();

  Delivery deliver(Address to, Message message, DeliveryKey key);

  /**
   * Finds out what became of a send whose outcome is open. A platform that recognises a key may be
   * handed the same message again while it surely does; all others look it up.
   *
   * @param sentAt when the open send began
   */
  Reconciliation reconcile(Address to, Message message, DeliveryKey key, Instant sentAt);

  /** Whether a suspended destination can be written to again, found out without writing to it. */
  boolean reachable(Address to);
}
