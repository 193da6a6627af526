package dev.paperboy.store;

import dev.paperboy.people.People;
import dev.paperboy.people.PeopleContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiPeopleTest extends PeopleContract {
  @RegisterExtension final FreshStore fresh;

  JdbiPeopleTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected People people() {
    return fresh.store().people();
  }
}
