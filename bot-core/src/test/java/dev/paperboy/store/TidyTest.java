package dev.paperboy.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class TidyTest extends TidyContract {
  @RegisterExtension final FreshStore fresh;

  TidyTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected Store store() {
    return fresh.store();
  }
}
