package dev.paperboy.delivery;

import java.time.Duration;

/** What became of handing one message to its platform. */
public sealed interface Delivery {
  /**
   * The platform took it.
   *
   * @param receipt the platform's own id of the message
   */
  record Delivered(String receipt) implements Delivery {}

  /**
   * Certainly not taken; try again.
   *
   * @param after at least so long, as the platform said; zero where it said nothing
   * @param gate what has to rest meanwhile in all processes: the platform's name, {@code
   *     platform:space}, or a destination's {@code Address.key()}; empty where only this delivery
   *     waits
   * @param limited whether it was a rate limit: such a try does not count
   */
  record TryLater(Duration after, String why, String gate, boolean limited) implements Delivery {}

  /** Not sent: its {@link Permit} held no more. */
  record Withheld() implements Delivery {}

  /** It may or may not have been taken. */
  record Uncertain(String why) implements Delivery {}

  /** The destination cannot be reached until something changes there: the subscription rests. */
  record Unreachable(String why) implements Delivery {}

  /** The platform will never take this message: a fault of the message, not of the destination. */
  record Refused(String why) implements Delivery {}
}
