package dev.paperboy.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
  private static final String PREPARED = "prepared";

  private TestPostgres() {}

  /** A database without a table. */
  public static DatabaseAddress empty() {
    return database("encoding 'UTF8' template template0");
  }

  /** A database as a store that has just been opened leaves it. */
  public static synchronized DatabaseAddress fresh() {
    if (MADE.compareAndSet(0, 1)) {
      execute("create database " + PREPARED);
      Store.open(address(PREPARED)).close();
    }
    return database("template " + PREPARED);
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
