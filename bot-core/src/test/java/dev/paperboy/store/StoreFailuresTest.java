package dev.paperboy.store;

import static dev.paperboy.catalog.CannedSightings.bare;
import static dev.paperboy.catalog.CannedSightings.full;
import static dev.paperboy.catalog.CannedSightings.id;
import static dev.paperboy.catalog.CannedSightings.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.paper.Origin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class StoreFailuresTest {
  @TempDir Path home;

  private Store open(SQLiteConfig settings) {
    return Store.open(Sqlite.in(home, settings), SqlLogger.NOP_SQL_LOGGER);
  }

  private static boolean keep(Catalog catalog, int papers) {
    return catalog.write(writer -> {
      for (int n = 0; n < papers; n++) {
        writer.paper(seen(full("owl-" + n)), Origin.IMPORT);
      }
      return true;
    });
  }

  @Test
  void aFullDiskKeepsWhatWasThereAndTheStoreGoesOn() {
    SQLiteConfig small = Sqlite.settings();
    small.setMaxPageCount(100);
    try (Store store = open(small)) {
      Catalog catalog = store.catalog();
      keep(catalog, 3);

      for (int round = 0; round < 5; round++) {
        assertThatThrownBy(() -> keep(catalog, 5_000))
            .isInstanceOf(StoreFailure.class)
            .hasMessageContaining("the disk is full: " + home.resolve("paperboy.db"));
        assertThat(catalog.count()).isEqualTo(3);
        assertThatNobodyHoldsTheStore();
      }
      assertThat(catalog.changeNumber()).isEqualTo(1);
      assertThat(keep(catalog, 4)).isTrue();
      assertThat(catalog.count()).isEqualTo(4);
    }
  }

  private void assertThatNobodyHoldsTheStore() {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("paperboy.db"));
        Statement statement = other.createStatement()) {
      statement.execute("pragma busy_timeout = 0");
      statement.execute("begin immediate");
      statement.execute("update paper set title = 'Owls' where id = 'nobody'");
      statement.execute("rollback");
      try (ResultSet left = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
        // a reader that was left open would hold the log
        assertThat(left.getInt("busy")).isZero();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aDiskTooSmallForANewStoreIsSaidToBeFull() {
    SQLiteConfig tiny = Sqlite.settings();
    tiny.setMaxPageCount(8);

    assertThatThrownBy(() -> open(tiny))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("the disk is full");
    Store.open(home).close();
  }

  @Test
  void whileAnotherProcessHoldsTheStoreReadersReadAndWritersGiveUpInTime() throws SQLException {
    SQLiteConfig impatient = Sqlite.settings();
    impatient.setBusyTimeout(100);
    try (Store store = open(impatient);
        Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("paperboy.db"));
        Statement statement = other.createStatement()) {
      keep(store.catalog(), 3);
      statement.execute("begin immediate");
      statement.execute("update paper set title = 'meanwhile'");

      assertThat(store.catalog().count()).isEqualTo(3);
      assertThat(store.catalog().find(id("owl-1")).orElseThrow().paper()).isEqualTo(full("owl-1"));
      assertThatThrownBy(() -> keep(store.catalog(), 5))
          .isInstanceOf(StoreFailure.class)
          .hasMessage(
              home.resolve("paperboy.db")
                  + " has been locked by another process for more than 100 ms; nothing was"
                  + " changed. Try again when it is done.");
      assertThatThrownBy(() -> store.readers().rememberList("terminal:ada", List.of()))
          .isInstanceOf(StoreFailure.class);

      statement.execute("rollback");
      assertThat(keep(store.catalog(), 5)).isTrue();
    }
  }

  @Test
  void aWriteWithinAWriteIsRefusedAtOnce() {
    try (Store store = Store.open(home)) {
      assertThatThrownBy(() -> store.catalog().write(writer -> keep(store.catalog(), 1)))
          .isInstanceOf(IllegalStateException.class);
      assertThat(store.catalog().count()).isZero();
      assertThat(keep(store.catalog(), 1)).isTrue();
    }
  }

  @Test
  void aWriterIsOfNoUseAfterItsTransaction() {
    try (Store store = Store.open(home)) {
      List<Catalog.Writer> kept = new ArrayList<>();
      store.catalog().write(kept::add);

      assertThatThrownBy(() -> kept.getFirst().paper(seen(bare("owl")), Origin.IMPORT))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void tellsPeopleOfAnUnreadableRowWithoutTheStatement() throws SQLException {
    try (Store store = Store.open(home)) {
      keep(store.catalog(), 1);
      try (Connection other =
              DriverManager.getConnection("jdbc:sqlite:" + home.resolve("paperboy.db"));
          Statement statement = other.createStatement()) {
        statement.execute("update paper set authors = '[\"Ada'");
      }

      assertThatThrownBy(() -> store.catalog().find(id("owl-0")))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("a list in it cannot be read")
          .hasMessageNotContaining("select");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, the disk is full",
    "SQLITE_IOERR, the disk is full or failing",
    "SQLITE_IOERR_WRITE, the disk is full or failing",
    "SQLITE_IOERR_SHMSIZE, the disk is full or failing",
    "SQLITE_CANTOPEN, readable and writable",
    "SQLITE_CANTOPEN_ISDIR, readable and writable",
    "SQLITE_PERM, readable and writable",
    "SQLITE_READONLY, cannot write",
    "SQLITE_READONLY_DBMOVED, cannot write",
    "SQLITE_BUSY, locked by another process for more than 20 s",
    "SQLITE_BUSY_SNAPSHOT, locked by another process for more than 20 s",
    "SQLITE_CORRUPT, is damaged; nothing was changed",
    "SQLITE_CORRUPT_INDEX, is damaged; nothing was changed",
    "SQLITE_NOTADB, is damaged; nothing was changed",
    "SQLITE_TOOBIG, nothing was changed: too long"
  })
  void saysInWordsWhatACodeMeansAndNamesTheFile(SQLiteErrorCode code, String words) {
    Path file = home.resolve("paperboy.db");
    SQLException cause = new SQLiteException("too long", code);

    StoreFailure failure =
        new SqliteFailures(file, 20_000).of(new IllegalStateException("wrapped", cause));

    assertThat(failure).hasMessageContaining(words).hasMessageContaining(file.toString());
    assertThat(failure.getCause()).hasCause(cause);
  }
}
