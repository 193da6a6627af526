package dev.paperboy.store;

import dev.paperboy.catalog.StoreFailure;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;

/** The transactions of the stores. Faults of the database come out as {@code StoreFailure}. */
final class Database {
  private static final int MOST_TRIES = 5;

  /** Long enough for whoever was let go first to take what it waited for. */
  private static final long PAUSE_MILLIS = 100;

  private final Jdbi jdbi;
  private final Engine engine;

  /** Writers of this process queue here, so that they never hold the connections readers need. */
  private final Semaphore turns;

  private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

  Database(Jdbi jdbi, Engine engine) {
    this.jdbi = jdbi;
    this.engine = engine;
    this.turns = new Semaphore(engine.writers(), true);
  }

  /** As in {@link Engine#skippingLocked}. */
  String skippingLocked() {
    return engine.skippingLocked();
  }

  /** Runs single statements, each of which sees what was committed before it began. */
  <T> T read(Function<Handle, T> work) {
    try (Handle handle = jdbi.open()) {
      return work.apply(handle);
    } catch (JdbiException e) {
      throw engine.failure(e);
    }
  }

  /** As {@link #writeOnce}; the work runs again where the database let another writer go first. */
  <T> T write(Function<Handle, T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return writeOnce(work);
      } catch (StoreFailure e) {
        if (tries == MOST_TRIES || !engine.gaveWay(e) || !pause(tries)) {
          throw e;
        }
      }
    }
  }

  /** Of unequal length, so that two never meet again and again; false where it was interrupted. */
  private static boolean pause(int tries) {
    long most = PAUSE_MILLIS * tries;
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(most));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs one statement in a transaction of its own; whether it changed anything. */
  boolean change(String statement, UnaryOperator<Update> bound) {
    return write(handle -> bound.apply(handle.createUpdate(statement)).execute()) > 0;
  }

  /**
   * Runs all of it in one transaction. On SQLite that is after those of all other writers; on
   * PostgreSQL beside them, each statement seeing what was committed before it began: what must not
   * change meanwhile is locked by the first statement that touches it.
   */
  <T> T writeOnce(Function<Handle, T> work) {
    if (writing.get()) {
      throw new IllegalStateException("a write within a write would wait for itself");
    }
    turns.acquireUninterruptibly();
    writing.set(true);
    try (Handle handle = jdbi.open()) {
      return handle.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw engine.failure(e);
    } finally {
      writing.remove();
      turns.release();
    }
  }
}
