package dev.paperboy.store;

import dev.paperboy.reader.Readers;
import dev.paperboy.reader.ReadersContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiReadersTest extends ReadersContract {
  @RegisterExtension final FreshStore fresh;

  JdbiReadersTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected Readers readers() {
    return fresh.store().readers();
  }
}
