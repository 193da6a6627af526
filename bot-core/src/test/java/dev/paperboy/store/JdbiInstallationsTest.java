package dev.paperboy.store;

import dev.paperboy.access.Installations;
import dev.paperboy.access.InstallationsContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(FreshStore.On.class)
class JdbiInstallationsTest extends InstallationsContract {
  @RegisterExtension final FreshStore fresh;

  JdbiInstallationsTest(FreshStore.On engine) {
    fresh = FreshStore.on(engine);
  }

  @Override
  protected Installations installations() {
    return fresh.store().installations();
  }
}
