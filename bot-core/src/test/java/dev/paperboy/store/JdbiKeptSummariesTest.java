package dev.paperboy.store;

import dev.paperboy.summary.model.KeptSummaries;
import dev.paperboy.summary.model.KeptSummariesContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiKeptSummariesTest extends KeptSummariesContract {
  @RegisterExtension final FreshStore fresh;

  JdbiKeptSummariesTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected KeptSummaries kept() {
    return fresh.store().keptSummaries();
  }
}
