package dev.paperboy.delivery;

import dev.paperboy.store.FreshStore;
import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresKillTest extends ProcessKillContract {
  PostgresKillTest() {
    super(FreshStore.onPostgres(), true);
  }
}
