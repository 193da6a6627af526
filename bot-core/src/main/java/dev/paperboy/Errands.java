package dev.paperboy;

import java.time.Duration;
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
 * What is done after a platform's event was acknowledged: on virtual threads, so many at once, so
 * many waiting, and no more.
 */
public final class Errands implements Executor, AutoCloseable {
  public static final int AT_ONCE = 64;
  public static final int WAITING = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
  private static final Duration LEAVE = Duration.ofSeconds(10);

  private final String platform;
  private final ExecutorService threads;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final AtomicInteger held = new AtomicInteger();

  /**
   * @param platform names the threads and the lines of the log
   */
  public Errands(String platform) {
    this.platform = platform;
    threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(platform + "-", 0).factory());
  }

  /**
   * Takes something to do.
   *
   * @throws RejectedExecutionException where too much is waiting, or all is over
   */
  @Override
  public void execute(Runnable task) {
    if (held.incrementAndGet() > WAITING) {
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
      LOG.error("{}: what was acknowledged could not be done", platform, e);
    } finally {
      held.decrementAndGet();
    }
  }

  /** Lets what is under way finish, ten seconds at most. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LEAVE.toSeconds(), TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
