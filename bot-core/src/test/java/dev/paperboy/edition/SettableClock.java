package dev.paperboy.edition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to move, or to go on by itself. */
public final class SettableClock extends Clock {
  private volatile Instant now;
  private volatile boolean running;
  private volatile long since;

  public SettableClock(String now) {
    this.now = Instant.parse(now);
  }

  public void set(String moment) {
    now = Instant.parse(moment);
    since = System.nanoTime();
  }

  /** From now on time passes, from wherever it is set to. */
  public void run() {
    since = System.nanoTime();
    running = true;
  }

  public void tick(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return running ? now.plusNanos(System.nanoTime() - since) : now;
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
