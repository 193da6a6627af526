package dev.paperboy.store;

import dev.paperboy.access.Installations;
import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.chat.Inbox;
import dev.paperboy.chat.LongLines;
import dev.paperboy.delivery.Agenda;
import dev.paperboy.delivery.Claims;
import dev.paperboy.delivery.Outbox;
import dev.paperboy.digest.Ledger;
import dev.paperboy.embedding.Vectors;
import dev.paperboy.people.People;
import dev.paperboy.reader.Readers;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.summary.model.KeptSummaries;
import java.nio.file.Path;
import java.time.Instant;
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
  private final Database database;
  private final Catalog catalog;
  private final Readers readers;
  private final Subscriptions subscriptions;
  private final People people;
  private final Inbox inbox;
  private final LongLines longLines;
  private final Housekeeping housekeeping;
  private final Vectors vectors;
  private final KeptSummaries keptSummaries;
  private final Installations installations;
  private final Ledger ledger;
  private final Agenda agenda;
  private final Outbox outbox;
  private final Claims claims;

  private Store(Engine engine, Database database) {
    this.engine = engine;
    this.database = database;
    this.ledger = new JdbiLedger(database);
    this.agenda = new JdbiAgenda(database);
    this.outbox = new JdbiOutbox(database);
    this.claims = new JdbiClaims(database);
    this.catalog = new JdbiCatalog(database);
    this.readers = new JdbiReaders(database);
    this.subscriptions = new JdbiSubscriptions(database);
    this.people = new JdbiPeople(database);
    this.inbox = new JdbiInbox(database);
    this.longLines = new JdbiLongLines(database);
    this.housekeeping = new Housekeeping(database, Housekeeping.AT_ONCE);
    this.vectors = new JdbiVectors(database);
    this.keptSummaries = new JdbiKeptSummaries(database);
    this.installations = new JdbiInstallations(database);
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

  public Vectors vectors() {
    return vectors;
  }

  public KeptSummaries keptSummaries() {
    return keptSummaries;
  }

  public Installations installations() {
    return installations;
  }

  public Subscriptions subscriptions() {
    return subscriptions;
  }

  public People people() {
    return people;
  }

  public Inbox inbox() {
    return inbox;
  }

  public LongLines longLines() {
    return longLines;
  }

  /**
   * Removes what has served its time: events seen after a day, attempts and the bodies of finished
   * deliveries after 30 days, long lines and what was held back after 90. A running bot calls it
   * once a day.
   *
   * @return how many rows were removed
   */
  public int tidy(Instant now) {
    return housekeeping.tidy(now);
  }

  Database database() {
    return database;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Agenda agenda() {
    return agenda;
  }

  public Outbox outbox() {
    return outbox;
  }

  public Claims claims() {
    return claims;
  }

  /** Closes the connections. What was written stays. */
  @Override
  public void close() {
    engine.close();
  }
}
