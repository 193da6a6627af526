package dev.paperboy.store;

import dev.paperboy.catalog.StoreFailure;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What one database has of its own: how it is reached and prepared, and what its faults mean. */
interface Engine extends AutoCloseable {
  DataSource dataSource();

  /** Where the store is, for people. */
  String place();

  /** What to choose where this place cannot be used, as a sentence for people. */
  String elsewhere();

  /** How many transactions of one process may write at once. */
  int writers();

  /**
   * What a query ends with that picks rows to change, so that another process picks others; empty
   * where there is one writer at a time.
   */
  String skippingLocked();

  /** Where its migrations are found on the class path: the common ones, and its own. */
  List<String> migrations();

  /** The tables where the store keeps its own, whoever made them. */
  Set<String> tables(Handle handle);

  /** Whether {@link #prepare} has nothing left to do. */
  boolean prepared(Handle handle);

  /** Sets what stays with the database and not with a connection. */
  void prepare(Handle handle);

  /**
   * Runs what two processes must not do at the same time: preparing and migrating. Waits for the
   * other one, and throws {@link StoreFailure} where that takes too long.
   */
  void alone(Jdbi jdbi, Runnable work);

  /** What a fault of the database means, in words for people. */
  StoreFailure failure(Throwable fault);

  /** Whether a transaction failed only because another one was let go first. */
  boolean gaveWay(Throwable fault);

  @Override
  void close();
}
