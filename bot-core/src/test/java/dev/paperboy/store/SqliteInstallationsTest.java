package dev.paperboy.store;

import dev.paperboy.access.Installations;
import dev.paperboy.access.InstallationsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteInstallationsTest extends InstallationsContract {
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
  protected Installations installations() {
    return store.installations();
  }
}
