package dev.paperboy.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.paperboy.catalog.StoreFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** One SQLite file in a folder. */
final class Sqlite implements Engine {
  /** How long a writer waits for one of another process. */
  private static final int BUSY_MILLIS = 20_000;

  private static final int CONNECTIONS = 4;

  private final DataFolder folder;
  private final SqliteFailures failures;
  private final int busyMillis;
  private final HikariDataSource pool;

  private Sqlite(
      DataFolder folder, SqliteFailures failures, int busyMillis, HikariDataSource pool) {
    this.folder = folder;
    this.failures = failures;
    this.busyMillis = busyMillis;
    this.pool = pool;
  }

  static Sqlite in(Path home) {
    return in(home, settings());
  }

  /** What each connection is told when it opens. */
  static SQLiteConfig settings() {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setSynchronous(SynchronousMode.FULL);
    settings.enforceForeignKeys(true);
    settings.setBusyTimeout(BUSY_MILLIS);
    // only writes run in transactions: a deferred one could not wait for another writer
    settings.setTransactionMode(TransactionMode.IMMEDIATE);
    settings.setGetGeneratedKeys(false);
    return settings;
  }

  static Sqlite in(Path home, SQLiteConfig settings) {
    DataFolder folder = DataFolder.at(home);
    Path file = folder.database();
    SqliteFailures failures = new SqliteFailures(file, settings.getBusyTimeout());
    if (folder.holdsAScrap()) {
      throw new StoreFailure(failures.damaged());
    }
    SQLiteDataSource source = new SQLiteDataSource(settings);
    // as an address, because a plain path could hold a "?" and what follows would be settings
    source.setUrl("jdbc:sqlite:file:" + file.toUri().getRawPath());
    HikariConfig config = new HikariConfig();
    config.setPoolName("paperboy");
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setMaxLifetime(0);
    config.setKeepaliveTime(0);
    config.setConnectionTimeout(Math.max(1_000, settings.getBusyTimeout()));
    try {
      // asked first because the pool takes a second to say no
      source.getConnection().close();
      HikariDataSource pool = new HikariDataSource(config);
      return new Sqlite(folder, failures, settings.getBusyTimeout(), pool);
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
    return folder.database().toString();
  }

  @Override
  public String elsewhere() {
    return "Choose another folder.";
  }

  @Override
  public int writers() {
    return 1;
  }

  @Override
  public String skippingLocked() {
    return "";
  }

  @Override
  public List<String> migrations() {
    return List.of("db/common");
  }

  @Override
  public Set<String> tables(Handle handle) {
    return handle.createQuery(SqliteSql.TABLES).mapTo(String.class).set();
  }

  @Override
  public boolean prepared(Handle handle) {
    return "wal".equals(handle.createQuery(SqliteSql.JOURNAL_MODE).mapTo(String.class).one());
  }

  @Override
  public void prepare(Handle handle) {
    handle.createQuery(SqliteSql.USE_WRITE_AHEAD_LOG).mapTo(String.class).one();
  }

  @Override
  public void alone(Jdbi jdbi, Runnable work) {
    folder.alone(busyMillis, work);
  }

  @Override
  public StoreFailure failure(Throwable fault) {
    return failures.of(fault);
  }

  /** Never: there is one writer at a time. */
  @Override
  public boolean gaveWay(Throwable fault) {
    return false;
  }

  @Override
  public void close() {
    pool.close();
  }
}
