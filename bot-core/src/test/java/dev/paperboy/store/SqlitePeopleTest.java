package dev.paperboy.store;

import dev.paperboy.people.People;
import dev.paperboy.people.PeopleContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlitePeopleTest extends PeopleContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Override
  protected People people() {
    return fresh.store().people();
  }
}
