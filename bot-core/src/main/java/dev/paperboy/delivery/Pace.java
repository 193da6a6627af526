package dev.paperboy.delivery;

import java.time.Duration;

/**
 * How fast one process may call a platform to deliver. The dispatcher keeps to it before a courier
 * is called; a call that comes late is made up for within a tenth of a second.
 *
 * @param perSecond calls to all places together; 0 where there is no limit
 * @param between from the end of one call about a place to the beginning of the next; also from the
 *     beginning of a process to its first, since it cannot know what came before
 */
public record Pace(int perSecond, Duration between) {
  /** As fast as it goes. */
  public static final Pace FREE = new Pace(0, Duration.ZERO);
}
