package dev.paperboy.store;

import dev.paperboy.reader.Readers;
import dev.paperboy.reader.ReadersContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteReadersTest extends ReadersContract {
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
  protected Readers readers() {
    return store.readers();
  }
}
