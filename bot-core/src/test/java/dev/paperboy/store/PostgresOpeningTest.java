package dev.paperboy.store;

import static dev.paperboy.catalog.CannedSightings.NOON;
import static dev.paperboy.catalog.CannedSightings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.catalog.StoreFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresOpeningTest {
  private DatabaseAddress address;

  @BeforeEach
  void make() {
    address = TestPostgres.empty();
  }

  @AfterEach
  void drop() {
    TestPostgres.drop(address);
  }

  private static void execute(DatabaseAddress at, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(at.url(), at.user(), at.password());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static List<String> tables(DatabaseAddress at) {
    try (Postgres engine = Postgres.at(at);
        Handle handle = Jdbi.create(engine.dataSource()).open()) {
      return engine.tables(handle).stream().sorted().toList();
    }
  }

  @Test
  void findsWhatWasKeptBefore() {
    try (Store store = Store.open(address)) {
      store.readers().save("terminal:ada", id("owl"), NOON);
    }
    try (Store store = Store.open(address)) {
      assertThat(store.readers().saved("terminal:ada")).containsExactly(id("owl"));
      assertThat(store.place()).startsWith("PostgreSQL at 127.0.0.1:").contains(", database test_");
    }
  }

  @Test
  void manyMayOpenANewDatabaseAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> opened = new ArrayList<>();
      for (int n = 0; n < 4; n++) {
        opened.add(
            threads.submit(() -> {
              try (Store store = Store.open(address)) {
                return store.catalog().changeNumber();
              }
            }));
      }
      for (Future<Long> each : opened) {
        assertThat(each.get()).isZero();
      }
    }
  }

  @Test
  void waitsOnlySoLongForAnotherThatPreparesTheDatabase() {
    try (Postgres other = Postgres.at(address)) {
      Jdbi jdbi = Jdbi.create(other.dataSource());
      other.alone(
          jdbi,
          () ->
              assertThatThrownBy(() ->
                      Store.open(
                          Postgres.at(address, Duration.ofMillis(200)), SqlLogger.NOP_SQL_LOGGER))
                  .isInstanceOf(StoreFailure.class)
                  .hasMessageStartingWith("another process has been preparing PostgreSQL at")
                  .hasMessageContaining("for more than 200 ms; nothing was changed"));
    }
    Store.open(address).close();
  }

  @Test
  void saysThatNothingAnswers() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(() ->
            Store.open(
                new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + port + "/paperboy", "ada", "secret")))
        .isInstanceOf(StoreFailure.class)
        .hasMessage(
            "PostgreSQL at 127.0.0.1:"
                + port
                + ", database paperboy cannot be reached: nothing answers there. Start the"
                + " server, or correct PAPERBOY_DATABASE_URL.");
  }

  @Test
  void saysThatTheDatabaseIsNotThere() {
    DatabaseAddress missing = TestPostgres.address("nowhere");

    assertThatThrownBy(() -> Store.open(missing))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("database nowhere is not there: the server runs, but has no database")
        .hasMessageContaining("create database");
  }

  @Test
  void saysThatSomebodyIsNotLetInAndNamesNoPassword() {
    DatabaseAddress stranger = new DatabaseAddress(address.url(), "stranger", "open sesame");

    assertThatThrownBy(() -> Store.open(stranger))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("did not let “stranger” in")
        .hasMessageContaining("Check PAPERBOY_DATABASE_USER and PAPERBOY_DATABASE_PASSWORD.")
        .hasMessageNotContaining("sesame");
    assertThat(stranger.toString()).doesNotContain("sesame");
  }

  @Test
  void saysThatAUserMayNotMakeTables() {
    String user = "guest_of_" + address.url().replaceAll(".*/", "");
    TestPostgres.execute("create role " + user + " login");
    try {
      assertThatThrownBy(() -> Store.open(new DatabaseAddress(address.url(), user, null)))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("does not allow it to “" + user + "”; nothing was changed")
          .hasMessageContaining("the owner of the database or of the schema");
    } finally {
      TestPostgres.execute("drop role " + user);
    }
  }

  @Test
  void saysThatTheSchemaIsNotThere() {
    DatabaseAddress missing =
        new DatabaseAddress(address.url() + "?currentSchema=nowhere", "postgres", null);

    assertThatThrownBy(() -> Store.open(missing))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("has no schema to keep tables in");
  }

  @Test
  void keepsToItsSchema() throws SQLException {
    execute(address, "create table recipe (name text)", "create schema papers");
    DatabaseAddress papers =
        new DatabaseAddress(address.url() + "?currentSchema=papers", "postgres", null);

    Store.open(papers).close();

    assertThat(tables(address)).containsExactly("recipe");
    assertThat(tables(papers)).contains("paper", "subscription");
  }

  @Test
  void refusesADatabaseThatKeepsNoUnicode() {
    DatabaseAddress latin =
        TestPostgres.database("encoding 'SQL_ASCII' locale 'C' template template0");

    assertThatThrownBy(() -> Store.open(latin))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("keeps texts as SQL_ASCII, not as UTF8; nothing was changed");
    TestPostgres.drop(latin);
  }

  @Test
  void refusesTheDatabaseOfAnotherProgram() throws SQLException {
    execute(address, "create table recipe (name text)");

    assertThatThrownBy(() -> Store.open(address))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("belongs to another program; nothing was changed. Choose another");
    assertThat(tables(address)).containsExactly("recipe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "17.1", "20270101120000"})
  void refusesTheStoreOfANewerPaperboyAndLeavesItAsItIs(String version) throws SQLException {
    Store.open(address).close();
    List<String> before = tables(address);
    execute(
        address,
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success) values (99, '"
            + version
            + "', 'later', 'SQL', 'later.sql', '', 1, true)");

    assertThatThrownBy(() -> Store.open(address))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("was written by a newer Paperboy")
        .hasMessageContaining(address.place());
    assertThat(tables(address)).isEqualTo(before);
  }

  @Test
  void aMigrationThatFailsLeavesEverythingAsItWas() {
    try (Postgres engine = Postgres.at(address)) {
      Schema.migrate(engine, engine.migrations());
      List<String> before = tables(address);

      assertThatThrownBy(() -> Schema.migrate(engine, List.of("db/common", "db/broken")))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("nothing was changed");

      assertThat(tables(address)).isEqualTo(before);
    }
  }

  @Test
  void aServerThatGoesAwayIsAFailureAndItsReturnIsNoticed() {
    try (Store store = Store.open(address)) {
      String name = address.url().replaceAll(".*/", "");
      TestPostgres.execute("alter database " + name + " with allow_connections false");
      TestPostgres.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");

      assertThatThrownBy(() -> store.readers().save("terminal:ada", id("owl"), NOON))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("PostgreSQL at 127.0.0.1");

      TestPostgres.execute("alter database " + name + " with allow_connections true");
      assertThat(savesAtLast(store)).isTrue();
      assertThat(store.readers().saved("terminal:ada")).containsExactly(id("owl"));
    }
  }

  /** Each connection that was lost is noticed when it is used. */
  private static boolean savesAtLast(Store store) {
    for (int n = 0; n < 12; n++) {
      try {
        return store.readers().save("terminal:ada", id("owl"), NOON);
      } catch (StoreFailure e) {
        assertThat(e).hasMessageContaining("cannot be reached");
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://ada:secret@localhost/paperboy",
        "jdbc:postgresql://ada:secret@:::/x",
        "jdbc:sqlite:paperboy.db",
        "secret"
      })
  void anotherKindOfAddressIsRefusedWithoutBeingShown(String url) {
    assertThatThrownBy(() -> new DatabaseAddress(url, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
