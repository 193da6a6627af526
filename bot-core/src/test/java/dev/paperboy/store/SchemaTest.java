package dev.paperboy.store;

import static dev.paperboy.catalog.CannedSightings.full;
import static dev.paperboy.catalog.CannedSightings.id;
import static dev.paperboy.catalog.CannedSightings.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.paper.Origin;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  @TempDir Path home;

  @Test
  void knowsTheNumberOfItsNewestMigration() {
    try (Sqlite engine = Sqlite.in(home)) {
      MigrationInfo[] all = Schema.flyway(engine, engine.migrations()).info().all();

      assertThat(all).isNotEmpty();
      assertThat(
              Arrays.stream(all)
                  .mapToInt(migration -> migration.getVersion().getMajor().intValueExact())
                  .max())
          .hasValue(Schema.VERSION);
    }
  }

  @Test
  void aMigrationThatFailsLeavesEverythingAsItWas() {
    try (Sqlite engine = Sqlite.in(home);
        Store store = Store.open(engine, SqlLogger.NOP_SQL_LOGGER)) {
      store
          .catalog()
          .write(writer -> {
            writer.paper(seen(full("owl")), Origin.IMPORT);
            return true;
          });
      Set<String> before = tables(engine);

      // the second of these migrations works, the third does not
      assertThatThrownBy(() -> Schema.migrate(engine, List.of("db/common", "db/broken")))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining(engine.place())
          .hasMessageContaining("nothing was changed");

      assertThat(tables(engine)).isEqualTo(before);
      assertThat(store.catalog().find(id("owl")).orElseThrow().paper()).isEqualTo(full("owl"));
    }
    Store.open(home).close();
  }

  @Test
  void keepsNothingOfANewStoreWhoseMigrationFails() {
    try (Sqlite engine = Sqlite.in(home)) {
      assertThatThrownBy(() -> Schema.migrate(engine, List.of("db/common", "db/broken")))
          .isInstanceOf(StoreFailure.class);
    }
    try (Store store = Store.open(home)) {
      assertThat(store.catalog().count()).isZero();
    }
  }

  @Test
  void migratesWithoutAWord() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream listening = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(listening);
    System.setErr(listening);
    try (Sqlite engine = Sqlite.in(home)) {
      Schema.migrate(engine, engine.migrations());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContainIgnoringCase("flyway");
  }

  private static Set<String> tables(Sqlite engine) {
    try (Handle handle = Jdbi.create(engine.dataSource()).open()) {
      return engine.tables(handle);
    }
  }
}
