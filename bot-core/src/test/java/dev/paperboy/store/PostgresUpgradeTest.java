package dev.paperboy.store;

class PostgresUpgradeTest extends UpgradeContract {
  private final DatabaseAddress address = TestPostgres.empty();

  @Override
  protected Engine engine() {
    return Postgres.at(address);
  }

  @Override
  protected void drop() {
    TestPostgres.drop(address);
  }
}
