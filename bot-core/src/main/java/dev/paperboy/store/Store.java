package dev.paperboy.store;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.reader.Readers;
import dev.paperboy.summary.model.KeptSummaries;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;

/**
 * All that Paperboy keeps, in one database. Several processes may hold the same one open: readers
 * never wait, writers wait for one another up to 20 seconds. What was written is on the disk before
 * the write returns, as far as a PostgreSQL server is set up so.
 */
public final class Store implements AutoCloseable {
  private final Engine engine;
  private final Catalog catalog;
  private final Readers readers;
  private final KeptSummaries keptSummaries;

  private Store(Engine engine, Database database) {
    this.engine = engine;
    this.catalog = new JdbiCatalog(database);
    this.readers = new JdbiReaders(database);
    this.keptSummaries = new JdbiKeptSummaries(database);
  }

  /**
   * Opens the SQLite store of a folder: the file {@code paperboy.db} in it. Makes the folder and
   * the folders above it where they are missing, with mode 0700 on systems that know modes.
   *
   * @throws StoreFailure where the folder cannot be used, the file is damaged, belongs to another
   *     program or was written by a newer Paperboy; nothing is ever overwritten
   */
  public static Store open(Path home) {
    return open(Sqlite.in(home), SqlLogger.NOP_SQL_LOGGER);
  }

  /**
   * Opens the store in a PostgreSQL database, which has to be there; its tables are made.
   *
   * @throws StoreFailure where the server cannot be reached or lets nobody in, where the database
   *     is not there, belongs to another program or was written by a newer Paperboy
   */
  public static Store open(DatabaseAddress address) {
    return open(Postgres.at(address), SqlLogger.NOP_SQL_LOGGER);
  }

  static Store open(Engine engine, SqlLogger logger) {
    try {
      Jdbi jdbi = Jdbi.create(engine.dataSource()).setSqlLogger(logger);
      jdbi.registerArgument(new PlainText());
      Schema.bringUp(jdbi, engine);
      return new Store(engine, new Database(jdbi, engine));
    } catch (JdbiException e) {
      engine.close();
      throw engine.failure(e);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** Where it is, for people. */
  public String place() {
    return engine.place();
  }

  public Catalog catalog() {
    return catalog;
  }

  public Readers readers() {
    return readers;
  }

  public KeptSummaries keptSummaries() {
    return keptSummaries;
  }

  /** Closes the connections. What was written stays. */
  @Override
  public void close() {
    engine.close();
  }
}
