package dev.paperboy.store;

import dev.paperboy.catalog.StoreFailure;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Brings a database to the form that this program knows, and refuses one that is newer. */
final class Schema {
  /** The newest migration of this program. */
  static final int VERSION = 2;

  private static final String HISTORY = "flyway_schema_history";

  private Schema() {}

  static void bringUp(Jdbi jdbi, Engine engine) {
    // asked first, and without Flyway, which takes longer to start than all else here
    if (upToDate(jdbi, engine)) {
      return;
    }
    engine.alone(
        jdbi,
        () -> {
          if (!upToDate(jdbi, engine)) {
            jdbi.useHandle(engine::prepare);
            migrate(engine, engine.migrations());
          }
        });
  }

  private static boolean upToDate(Jdbi jdbi, Engine engine) {
    try (Handle handle = jdbi.open()) {
      Set<String> tables = engine.tables(handle);
      if (tables.isEmpty()) {
        return false;
      }
      if (!tables.contains(HISTORY)) {
        throw new StoreFailure(
            engine.place()
                + " belongs to another program; nothing was changed. "
                + engine.elsewhere());
      }
      long version = version(handle);
      if (version > VERSION) {
        throw new StoreFailure(
            engine.place()
                + " was written by a newer Paperboy (it has form "
                + version
                + ", this program knows up to "
                + VERSION
                + "); nothing was changed. Start the newer one. Or: "
                + engine.elsewhere());
      }
      return version == VERSION && engine.prepared(handle);
    }
  }

  private static long version(Handle handle) {
    List<String> versions = handle.createQuery(Sql.MIGRATIONS).mapTo(String.class).list();
    return versions.stream().mapToLong(Schema::number).max().orElse(0);
  }

  /** The number before the first dot: this program gives whole numbers only. */
  private static long number(String version) {
    int dot = version.indexOf('.');
    return Long.parseLong(dot < 0 ? version : version.substring(0, dot));
  }

  /** Either every migration that is missing, or, where one fails, none. */
  static void migrate(Engine engine, List<String> locations) {
    try {
      flyway(engine, locations).migrate();
    } catch (FlywayException e) {
      throw engine.failure(e);
    }
  }

  static Flyway flyway(Engine engine, List<String> locations) {
    return Flyway.configure()
        .dataSource(engine.dataSource())
        .locations(locations.toArray(String[]::new))
        .table(HISTORY)
        .group(true)
        .loggers(QuietLog.class.getName())
        .load();
  }
}
