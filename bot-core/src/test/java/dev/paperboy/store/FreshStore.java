package dev.paperboy.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A store of its own for each test, on either engine: {@code @RegisterExtension final FreshStore
 * fresh = FreshStore.onSqlite()}. Another process opens it by {@link #open(String)} and {@link
 * #place()}.
 */
public final class FreshStore implements BeforeEachCallback, AfterEachCallback {
  /** The engines. */
  public enum On {
    SQLITE,
    POSTGRES
  }

  private final boolean postgres;
  private SqlLogger logger = SqlLogger.NOP_SQL_LOGGER;
  private @Nullable Path home;
  private @Nullable DatabaseAddress address;
  private @Nullable Store store;

  private FreshStore(boolean postgres) {
    this.postgres = postgres;
  }

  public static FreshStore on(On engine) {
    return new FreshStore(engine == On.POSTGRES);
  }

  public static FreshStore onSqlite() {
    return new FreshStore(false);
  }

  public static FreshStore onPostgres() {
    return new FreshStore(true);
  }

  FreshStore logging(SqlLogger logger) {
    this.logger = logger;
    return this;
  }

  /** The store of this test. */
  public Store store() {
    if (store == null) {
      throw new IllegalStateException("no test is running");
    }
    return store;
  }

  /** Names the store to another process, or to a second {@link #open(String)}. */
  public String place() {
    return postgres ? address().url() : String.valueOf(home);
  }

  /** Opens the store at a place once more. */
  public static Store open(String place) {
    return place.startsWith("jdbc:")
        ? Store.open(new DatabaseAddress(place, "postgres", null))
        : Store.open(Path.of(place));
  }

  /**
   * As {@link #open(String)}.
   *
   * @param after told of each statement when it has run, before its transaction ends
   */
  public static Store open(String place, Consumer<String> after) {
    Engine engine =
        place.startsWith("jdbc:")
            ? Postgres.at(new DatabaseAddress(place, "postgres", null))
            : Sqlite.in(Path.of(place));
    return Store.open(
        engine,
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            after.accept(String.valueOf(context.getRenderedSql()));
          }
        });
  }

  /** The engine of the store once more, for looking at its tables. */
  Engine engine() {
    return postgres ? Postgres.at(address()) : Sqlite.in(Path.of(place()));
  }

  /** Whether a write would go through now, and not wait for that of another process. */
  public boolean takesWrites() throws SQLException {
    if (postgres) {
      return true;
    }
    Path file = Path.of(place()).resolve("paperboy.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 100");
      statement.execute("begin immediate");
      statement.execute("rollback");
      return true;
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains("SQLITE_BUSY")) {
        return false;
      }
      throw e;
    }
  }

  private DatabaseAddress address() {
    if (address == null) {
      throw new IllegalStateException("no test is running");
    }
    return address;
  }

  /** Opens it, where no test of JUnit does. */
  public void open() throws IOException {
    if (postgres) {
      address = TestPostgres.fresh();
    } else {
      home = Files.createTempDirectory("store");
    }
    store = Store.open(engine(), logger);
  }

  /** Closes and removes it. */
  public void close() throws IOException {
    if (store != null) {
      store.close();
    }
    if (address != null) {
      TestPostgres.giveBack(address);
    }
    if (home != null) {
      delete(home);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    open();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    close();
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
