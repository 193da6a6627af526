package dev.paperboy.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** At most one message a second to each channel, as Slack asks. */
final class SlackPace {
  /** A little more than a second: what counts is when Slack sees it. */
  private static final Duration BETWEEN = Duration.ofMillis(1_100);

  private static final int MANY = 10_000;

  private final InstantSource clock;
  private final Map<String, Instant> next = new HashMap<>();

  SlackPace(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes the channel's next turn, and says how long it is until then. */
  synchronized Duration turn(String channel) {
    Instant now = clock.instant();
    Instant turn = next.getOrDefault(channel, now);
    Instant at = turn.isBefore(now) ? now : turn;
    if (next.size() > MANY) {
      next.values().removeIf(free -> free.isBefore(now));
    }
    next.put(channel, at.plus(BETWEEN));
    return Duration.between(now, at);
  }

  /**
   * Takes the channel's next turn if it comes soon enough.
   *
   * @return how long it is until then; where that is more than {@code most}, no turn was taken
   */
  synchronized Duration turnWithin(String channel, Duration most) {
    Instant now = clock.instant();
    Duration wait = Duration.between(now, next.getOrDefault(channel, now));
    return wait.compareTo(most) > 0 ? wait : turn(channel);
  }

  /** A message has just been sent: the second begins again. */
  synchronized void sent(String channel) {
    Instant free = clock.instant().plus(BETWEEN);
    next.merge(channel, free, (old, later) -> old.isAfter(later) ? old : later);
  }
}
