package dev.paperboy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that one thread does again and again until closed; what fails is logged and goes on. */
final class Recurring implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

  private final ScheduledExecutorService thread;
  private final Duration patience;

  /**
   * @param patience how long closing waits for what is being done to end by itself
   */
  Recurring(String name, Duration patience) {
    this.patience = patience;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
  }

  /** Does some work first after a while, and then with the same rest after each time. */
  Recurring every(Duration rest, Duration after, String what, Runnable work) {
    var unused =
        thread.scheduleWithFixedDelay(
            again(what, work), after.toMillis(), rest.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** A schedule would end with the first failure, such as a database that restarts. */
  private static Runnable again(String what, Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.error("{} failed and is tried again later", what, e);
      }
    };
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
