package dev.paperboy.slack;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done after an acknowledgement: on virtual threads, so many at once, so many waiting, and
 * no more.
 */
final class SlackWork implements Executor, AutoCloseable {
  static final int AT_ONCE = 64;
  static final int WAITING = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(SlackWork.class);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("slack-", 0).factory());
  private final Semaphore room;
  private final int waiting;
  private final AtomicInteger held = new AtomicInteger();

  SlackWork(int atOnce, int waiting) {
    room = new Semaphore(atOnce);
    this.waiting = waiting;
  }

  /**
   * Takes something to do.
   *
   * @throws RejectedExecutionException where too much is waiting, or all is over
   */
  @Override
  public void execute(Runnable task) {
    if (held.incrementAndGet() > waiting) {
      held.decrementAndGet();
      throw new RejectedExecutionException("too much is waiting to be done");
    }
    try {
      threads.execute(() -> run(task));
    } catch (RejectedExecutionException e) {
      held.decrementAndGet();
      throw e;
    }
  }

  private void run(Runnable task) {
    try {
      room.acquire();
      try {
        task.run();
      } finally {
        room.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("slack: what was acknowledged could not be done", e);
    } finally {
      held.decrementAndGet();
    }
  }

  /** Lets what is under way finish, ten seconds at most. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
