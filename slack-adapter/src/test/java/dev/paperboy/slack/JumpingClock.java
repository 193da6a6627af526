package dev.paperboy.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on by itself, and can be moved on to a later moment. */
final class JumpingClock extends Clock {
  private volatile Duration ahead;

  JumpingClock(String now) {
    ahead = Duration.between(Clock.systemUTC().instant(), Instant.parse(now));
  }

  /** It is that moment now, and goes on from there. */
  void jump(String to) {
    Duration next = Duration.between(Clock.systemUTC().instant(), Instant.parse(to));
    if (next.compareTo(ahead) < 0) {
      throw new IllegalArgumentException(to + " has been already");
    }
    ahead = next;
  }

  /** So much later. */
  void skip(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
