package dev.paperboy.store;

import dev.paperboy.access.Installations;
import dev.paperboy.access.InstallationsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteInstallationsTest extends InstallationsContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected Installations installations() {
    return fresh.store().installations();
  }
}
