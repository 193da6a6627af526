package dev.paperboy.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server of this test process, started by the first test that asks and ended with the
 * process. Each test asks for a database of its own.
 */
public final class TestPostgres {
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final AtomicInteger MADE = new AtomicInteger();
  private static final Queue<DatabaseAddress> GIVEN_BACK = new ConcurrentLinkedQueue<>();

  private TestPostgres() {}

  /** A database without a table. */
  public static DatabaseAddress empty() {
    return database("encoding 'UTF8' template template0");
  }

  /** A database as a store that has just been opened leaves it; {@link #giveBack} takes it. */
  public static DatabaseAddress fresh() {
    DatabaseAddress given = GIVEN_BACK.poll();
    if (given == null) {
      given = empty();
      Store.open(given).close();
    }
    return given;
  }

  /** Ends whoever is still connected, and empties the database for the next test. */
  public static void giveBack(DatabaseAddress address) {
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        Statement statements = connection.createStatement()) {
      statements.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
      // far faster than to truncate them, or than to make a new database
      StringBuilder all = new StringBuilder("set session_replication_role = replica;");
      try (ResultSet tables = statements.executeQuery(PostgresSql.TABLES)) {
        while (tables.next()) {
          if (!tables.getString(1).startsWith("flyway")) {
            all.append("delete from ").append(tables.getString(1)).append(';');
          }
        }
      }
      statements.execute(all + "insert into change_counter (id, last_change) values (1, 0)");
    } catch (SQLException e) {
      throw new IllegalStateException(address.toString(), e);
    }
    GIVEN_BACK.add(address);
  }

  /** A database made as said behind {@code create database}. */
  static DatabaseAddress database(String how) {
    String name = "test_" + MADE.incrementAndGet();
    execute("create database " + name + " " + how);
    return address(name);
  }

  static DatabaseAddress address(String name) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/" + name, "postgres", null);
  }

  /** Removes the database, whoever is connected to it. */
  public static void drop(DatabaseAddress address) {
    String name = address.url().substring(address.url().lastIndexOf('/') + 1);
    execute("drop database " + name + " with (force)");
  }

  static void execute(String statement) {
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statements = connection.createStatement()) {
      statements.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }
}
