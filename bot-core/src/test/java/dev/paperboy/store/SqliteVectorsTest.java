package dev.paperboy.store;

import dev.paperboy.embedding.Vectors;
import dev.paperboy.embedding.VectorsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteVectorsTest extends VectorsContract {
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
  protected Vectors vectors() {
    return store.vectors();
  }
}
