package dev.paperboy.discord;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Keeps requests below a number a second as Discord sees them. When a request arrives there is not
 * known here, only that it is before its answer; so each turn is given out again one second after
 * the answer, and however late requests arrive, no second sees more of them than there are turns.
 */
final class DiscordTurns {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int most;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** When turns that are over can be taken again, earliest first. */
  private final Deque<Long> resting = new ArrayDeque<>();

  private int taken;

  /**
   * @param nanos a steady clock, as {@code System::nanoTime}
   */
  DiscordTurns(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
  }

  /** Waits for a turn. */
  void take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!takeNow()) {
        if (resting.isEmpty()) {
          changed.await();
        } else {
          long unused = changed.awaitNanos(resting.getFirst() - nanos.getAsLong());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes a turn if there is one. */
  boolean takeNow() {
    lock.lock();
    try {
      while (!resting.isEmpty() && nanos.getAsLong() - resting.getFirst() >= 0) {
        long unused = resting.removeFirst();
        taken--;
      }
      if (taken == most) {
        return false;
      }
      taken++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A turn's request was answered, or given up. */
  void over() {
    lock.lock();
    try {
      resting.addLast(nanos.getAsLong() + SECOND);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
