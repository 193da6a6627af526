package dev.paperboy.store;

import dev.paperboy.embedding.Vectors;
import dev.paperboy.embedding.VectorsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresVectorsTest extends VectorsContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Override
  protected Vectors vectors() {
    return fresh.store().vectors();
  }
}
