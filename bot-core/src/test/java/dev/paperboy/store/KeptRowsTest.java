package dev.paperboy.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class KeptRowsTest extends KeptRowsContract {
  @RegisterExtension final FreshStore fresh;

  KeptRowsTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected FreshStore fresh() {
    return fresh;
  }
}
