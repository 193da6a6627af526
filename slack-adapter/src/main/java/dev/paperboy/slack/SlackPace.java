package dev.paperboy.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * At most one message a second to each channel, as Slack asks. Digests keep their distance from
 * each other by themselves; this keeps an answer from the answer and from the digest before it.
 */
final class SlackPace {
  /** A little more than a second: what counts is when Slack sees it. */
  static final Duration BETWEEN = Duration.ofMillis(1_100);

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

  /** A message has just been sent: the second begins again. */
  synchronized void sent(String channel) {
    Instant free = clock.instant().plus(BETWEEN);
    next.merge(channel, free, (old, later) -> old.isAfter(later) ? old : later);
  }
}
