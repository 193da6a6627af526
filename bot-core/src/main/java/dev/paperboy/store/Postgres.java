package dev.paperboy.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.paperboy.catalog.StoreFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;

/** One schema of a PostgreSQL database. */
final class Postgres implements Engine {
  /** How long a writer waits for one of another process. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** After so long a transaction whose process stands still gives up what it holds. */
  private static final Duration STANDSTILL = Duration.ofSeconds(60);

  /** Fewer than PostgreSQL's usual hundred by far, so that several processes find room. */
  private static final int CONNECTIONS = 12;

  private static final int WRITERS = 8;
  private static final int CONNECT_SECONDS = 10;

  /** Means "paperboy" to nobody but this program: two of them prepare one database in turn. */
  private static final long LOCK = 0x7061_7065_7262_6f79L;

  private final DatabaseAddress address;
  private final PostgresFailures failures;
  private final HikariDataSource pool;

  private Postgres(DatabaseAddress address, PostgresFailures failures, HikariDataSource pool) {
    this.address = address;
    this.failures = failures;
    this.pool = pool;
  }

  static Postgres at(DatabaseAddress address) {
    return at(address, PATIENCE);
  }

  static Postgres at(DatabaseAddress address, Duration patience) {
    PostgresFailures failures = new PostgresFailures(address, patience);
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    if (address.user() != null) {
      source.setUser(address.user());
    }
    if (address.password() != null) {
      source.setPassword(address.password());
    }
    source.setApplicationName("paperboy");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    String said = source.getOptions();
    source.setOptions(
        (said == null || said.isEmpty() ? "" : said + " ")
            + "-c lock_timeout="
            + patience.toMillis()
            + " -c idle_in_transaction_session_timeout="
            + STANDSTILL.toMillis());
    HikariConfig config = new HikariConfig();
    config.setPoolName("paperboy");
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Math.max(1_000, patience.toMillis()));
    try {
      // asked first because the pool takes a second to say no
      source.getConnection().close();
      return new Postgres(address, failures, new HikariDataSource(config));
    } catch (SQLException | PoolInitializationException e) {
      throw failures.of(e);
    }
  }

  @Override
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public String place() {
    return address.place();
  }

  @Override
  public String elsewhere() {
    return "Choose another database, or another schema by ?currentSchema=… in its address.";
  }

  @Override
  public int writers() {
    return WRITERS;
  }

  @Override
  public String skippingLocked() {
    return "for update skip locked";
  }

  @Override
  public List<String> migrations() {
    return List.of("db/common");
  }

  @Override
  public Set<String> tables(Handle handle) {
    return handle.createQuery(PostgresSql.TABLES).mapTo(String.class).set();
  }

  @Override
  public boolean prepared(Handle handle) {
    return true;
  }

  /** Changes nothing: what a database must be for a store is asked here. */
  @Override
  public void prepare(Handle handle) {
    if (handle.createQuery(PostgresSql.SCHEMA).mapTo(String.class).findOne().isEmpty()) {
      throw new StoreFailure(
          place()
              + " has no schema to keep tables in; nothing was changed. Make one (create schema"
              + " paperboy), and name it by ?currentSchema=paperboy in the address.");
    }
    String encoding = handle.createQuery(PostgresSql.ENCODING).mapTo(String.class).one();
    if (!encoding.equals("UTF8")) {
      throw new StoreFailure(
          place()
              + " keeps texts as "
              + encoding
              + ", not as UTF8; nothing was changed. Make one for Paperboy: create database"
              + " paperboy encoding 'UTF8' template template0.");
    }
  }

  @Override
  public void alone(Jdbi jdbi, Runnable work) {
    try (Handle handle = jdbi.open()) {
      try {
        handle.createQuery(PostgresSql.LOCK).bind("key", LOCK).mapTo(String.class).one();
      } catch (JdbiException e) {
        throw failures.isLockTimeout(e) ? failures.beingPrepared(e) : failures.of(e);
      }
      try {
        work.run();
      } finally {
        handle.createQuery(PostgresSql.UNLOCK).bind("key", LOCK).mapTo(Boolean.class).one();
      }
    }
  }

  @Override
  public StoreFailure failure(Throwable fault) {
    return failures.of(fault);
  }

  @Override
  public boolean gaveWay(Throwable fault) {
    return failures.isDeadlock(fault);
  }

  @Override
  public void close() {
    pool.close();
  }
}
