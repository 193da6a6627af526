package dev.paperboy.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * At most one message a second to each channel, as Slack asks. Digests keep their distance from
 * each other by themselves; this keeps answers from answers, and both from one another.
 */
final class SlackPace {
  /** A little more than a second: what counts is when Slack sees it. */
  static final Duration BETWEEN = Duration.ofMillis(1_100);

  private static final int MANY = 10_000;

  private final InstantSource clock;
  private final Map<String, Instant> next = new HashMap<>();
  private final Map<String, Instant> afterAnswers = new HashMap<>();

  SlackPace(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes the channel's next turn for an answer, and says how long it is until then. */
  synchronized Duration turn(String channel) {
    Instant now = clock.instant();
    Instant turn = next.getOrDefault(channel, now);
    Instant at = turn.isBefore(now) ? now : turn;
    later(next, channel, at.plus(BETWEEN));
    later(afterAnswers, channel, at.plus(BETWEEN));
    return Duration.between(now, at);
  }

  /** An answer has just been sent: the second begins again. */
  synchronized void answered(String channel) {
    later(next, channel, clock.instant().plus(BETWEEN));
    later(afterAnswers, channel, clock.instant().plus(BETWEEN));
  }

  /** A digest has just been sent: answers wait. */
  synchronized void sent(String channel) {
    later(next, channel, clock.instant().plus(BETWEEN));
  }

  /** How long a digest has to wait because of answers. */
  synchronized Duration afterAnswer(String channel) {
    Instant now = clock.instant();
    Instant free = afterAnswers.getOrDefault(channel, now);
    return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
  }

  private void later(Map<String, Instant> in, String channel, Instant free) {
    if (in.size() > MANY) {
      Instant now = clock.instant();
      in.values().removeIf(old -> old.isBefore(now));
    }
    in.merge(channel, free, (old, other) -> old.isAfter(other) ? old : other);
  }
}
