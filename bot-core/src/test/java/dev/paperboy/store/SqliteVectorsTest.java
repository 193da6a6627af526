package dev.paperboy.store;

import dev.paperboy.embedding.Vectors;
import dev.paperboy.embedding.VectorsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteVectorsTest extends VectorsContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected Vectors vectors() {
    return fresh.store().vectors();
  }
}
