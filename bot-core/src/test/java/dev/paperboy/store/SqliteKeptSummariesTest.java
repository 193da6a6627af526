package dev.paperboy.store;

import dev.paperboy.summary.model.KeptSummaries;
import dev.paperboy.summary.model.KeptSummariesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteKeptSummariesTest extends KeptSummariesContract {
  @TempDir Path home;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(home);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected KeptSummaries kept() {
    return store.keptSummaries();
  }
}
