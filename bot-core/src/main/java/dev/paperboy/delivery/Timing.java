package dev.paperboy.delivery;

import java.time.Duration;

/**
 * How long the steps of a delivery may take.
 *
 * @param lease how long a claim holds; after that another process takes the delivery over
 * @param call how long a courier may take; a send that could outlast its lease is not begun
 * @param lookAgain how long an open send rests before the courier is asked about it
 * @param absence how far two looks that find nothing must be apart before it counts as not sent:
 *     what platforms show lags behind what they took
 * @param idle how long the dispatcher rests when nothing is due
 */
public record Timing(
    Duration lease, Duration call, Duration lookAgain, Duration absence, Duration idle) {
  /** As {@code docs/decisions} argues them. */
  public static final Timing USUAL =
      new Timing(
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMillis(250));
}
