package dev.paperboy.store;

import dev.paperboy.chat.LongLines;
import dev.paperboy.chat.LongLinesContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiLongLinesTest extends LongLinesContract {
  @RegisterExtension final FreshStore fresh;

  JdbiLongLinesTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected LongLines lines() {
    return fresh.store().longLines();
  }
}
