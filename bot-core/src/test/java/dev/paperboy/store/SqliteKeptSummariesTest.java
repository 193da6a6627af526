package dev.paperboy.store;

import dev.paperboy.summary.model.KeptSummaries;
import dev.paperboy.summary.model.KeptSummariesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteKeptSummariesTest extends KeptSummariesContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected KeptSummaries kept() {
    return fresh.store().keptSummaries();
  }
}
