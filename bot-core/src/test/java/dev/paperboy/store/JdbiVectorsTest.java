package dev.paperboy.store;

import dev.paperboy.embedding.Vectors;
import dev.paperboy.embedding.VectorsContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiVectorsTest extends VectorsContract {
  @RegisterExtension final FreshStore fresh;

  JdbiVectorsTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected Vectors vectors() {
    return fresh.store().vectors();
  }
}
