package dev.paperboy.delivery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets through so many in a second, in the order in which they came. */
final class Turns {
  /** One that wakes late does not make all after it late. */
  private static final long MADE_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final long gapNanos;
  private final CountDownLatch closing;
  private final ReentrantLock first = new ReentrantLock(true);
  private long next = System.nanoTime();

  /**
   * @param perSecond 0 where there is no limit
   * @param closing ends all waiting
   */
  Turns(int perSecond, CountDownLatch closing) {
    this.gapNanos = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.closing = closing;
  }

  /** Waits for the next turn; false where it came to an end before. */
  boolean await() throws InterruptedException {
    if (gapNanos == 0) {
      return closing.getCount() > 0;
    }
    first.lockInterruptibly();
    try {
      long wait = next - System.nanoTime();
      if (closing.await(wait, TimeUnit.NANOSECONDS)) {
        return false;
      }
      long now = System.nanoTime();
      next = now + Math.max(next - now, -MADE_UP_NANOS) + gapNanos;
      return true;
    } finally {
      first.unlock();
    }
  }
}
