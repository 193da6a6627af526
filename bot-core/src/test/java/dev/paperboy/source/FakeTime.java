package dev.paperboy.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that moves on only when told to, or by what somebody would have slept. */
public final class FakeTime implements InstantSource, Pause {
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private Instant now;

  public FakeTime(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void lasting(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  public synchronized void tick(Duration time) {
    now = now.plus(time);
  }

  /** How long somebody would have slept, each time, in order. */
  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
