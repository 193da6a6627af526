package dev.paperboy.delivery;

import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.delivery.Claims.Settlement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ends of tries, many in one transaction: on a disk that takes two hundred commits a
 * second, one for each would be the limit of everything.
 */
final class Settler implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Settler.class);

  /** How long an end may wait for others to be kept with. */
  private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final int TURN_MILLIS = 50;

  /** After so many failures in a row while closing, the rest is left to be reconciled. */
  private static final int PATIENCE = 10;

  private final Claims claims;
  private final InstantSource clock;
  private final Consumer<Settlement> suspended;
  private final BlockingQueue<Settlement> waiting = new LinkedBlockingQueue<>();

  /** One party for each end that is not kept yet, and one of its own. */
  private final Phaser unkept = new Phaser(1);

  private final Thread thread;
  private volatile boolean closed;

  Settler(Claims claims, InstantSource clock, Consumer<Settlement> suspended) {
    this.claims = claims;
    this.clock = clock;
    this.suspended = suspended;
    thread = Thread.ofPlatform().daemon().name("settler").start(this::work);
  }

  void add(Settlement settlement) {
    int unused = unkept.register();
    waiting.add(settlement);
  }

  /** Waits until all that was added is kept. */
  void flush() {
    int unused = unkept.arriveAndAwaitAdvance();
  }

  private void work() {
    try {
      while (true) {
        List<Settlement> batch = next();
        if (batch.isEmpty()) {
          return;
        }
        keep(batch);
        batch.forEach(each -> unkept.arriveAndDeregister());
      }
    } catch (InterruptedException e) {
      log.warn("what became of {} deliveries is looked up at the next start", waiting.size());
    }
  }

  /** What waits, as soon as there is something; empty when all is done for good. */
  private List<Settlement> next() throws InterruptedException {
    List<Settlement> batch = new ArrayList<>();
    while (batch.isEmpty()) {
      @Nullable Settlement first = waiting.poll(TURN_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
      } else if (closed) {
        return List.of();
      }
    }
    long end = System.nanoTime() + GATHERING_NANOS;
    @Nullable Settlement another = batch.getFirst();
    while (another != null) {
      another = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (another != null) {
        batch.add(another);
      }
    }
    return batch;
  }

  private void keep(List<Settlement> batch) throws InterruptedException {
    for (int failures = 0; ; failures++) {
      try {
        claims.settle(batch, clock.instant()).stream()
            .filter(Settlement::suspends)
            .forEach(this::tell);
        return;
      } catch (StoreFailure e) {
        log.error("what became of {} deliveries cannot be kept: {}", batch.size(), e.getMessage());
        if (closed && failures >= PATIENCE) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(TURN_MILLIS * (long) Math.min(failures + 1, PATIENCE));
      }
    }
  }

  private void tell(Settlement settlement) {
    try {
      suspended.accept(settlement);
    } catch (RuntimeException e) {
      log.error("the owner of a suspended subscription could not be told", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
