package dev.paperboy.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteUpgradeTest extends UpgradeContract {
  @TempDir Path home;

  @Override
  protected Engine engine() {
    return Sqlite.in(home);
  }

  @Override
  protected void drop() {}
}
