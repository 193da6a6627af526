package dev.paperboy.discord.fake;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The time that this machine gave its programs. While it gives none to anybody it stands still, so
 * that the three seconds of a first answer measure the app and not a neighbour's build.
 */
final class Pulse implements AutoCloseable {
  private static final long TICK = Duration.ofMillis(5).toNanos();
  private static final long MOST = Duration.ofMillis(20).toNanos();

  private final AtomicLong given = new AtomicLong();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fake discord pulse").factory());
  private long last = System.nanoTime();

  Pulse() {
    var unused = ticks.scheduleWithFixedDelay(this::tick, TICK, TICK, TimeUnit.NANOSECONDS);
  }

  private void tick() {
    long now = System.nanoTime();
    given.addAndGet(Math.min(MOST, now - last));
    last = now;
  }

  /** Nanoseconds; only their differences mean something. */
  long now() {
    return given.get();
  }

  @Override
  public void close() {
    ticks.shutdownNow();
  }
}
