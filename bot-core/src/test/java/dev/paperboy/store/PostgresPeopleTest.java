package dev.paperboy.store;

import dev.paperboy.people.People;
import dev.paperboy.people.PeopleContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPeopleTest extends PeopleContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Override
  protected People people() {
    return fresh.store().people();
  }
}
