package dev.paperboy.chat;

import java.time.Duration;
import java.time.Instant;

/**
 * The store of what came in, so that what a platform delivers twice is worked on once. Throws
 * {@code StoreFailure}.
 */
public interface Inbox {
  /** How long a platform may take to deliver an event again. */
  Duration KEPT = Duration.ofDays(1);

  /**
   * Whether an event is seen for the first time; true only once within a day, whichever process
   * asks.
   *
   * @param id the platform's own id of the event
   */
  boolean firstTime(String platform, String id, Instant now);
}
