package dev.paperboy.store;

import dev.paperboy.access.Installation;
import dev.paperboy.access.Installations;
import dev.paperboy.chat.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which spaces have let Paperboy in, in a database. */
final class JdbiInstallations implements Installations {
  private final Database database;

  JdbiInstallations(Database database) {
    this.database = database;
  }

  @Override
  public void keep(Installation installation) {
    database.write(handle ->
        handle
            .createUpdate(SqlInstallations.PUT_INSTALLATION)
            .bind("platform", installation.platform())
            .bind("space", installation.space())
            .bind("name", installation.name())
            .bind("bot", installation.bot())
            .bind("grants", installation.grants())
            .bind("installedBy", installation.installedBy())
            .bind("sealed", installation.sealed())
            .bind("at", installation.installedAt().toEpochMilli())
            .execute());
  }

  @Override
  public Optional<Installation> find(String platform, String space) {
    return database.read(handle ->
        handle
            .createQuery(SqlInstallations.INSTALLATION_OF_SPACE)
            .bind("platform", platform)
            .bind("space", space)
            .map((row, context) -> installation(row))
            .findOne());
  }

  @Override
  public List<Installation> on(String platform) {
    return database.read(handle ->
        handle
            .createQuery(SqlInstallations.INSTALLATIONS_ON_PLATFORM)
            .bind("platform", platform)
            .map((row, context) -> installation(row))
            .list());
  }

  @Override
  public int remove(String platform, String space, String why, Instant now) {
    return database.write(handle -> {
      handle
          .createUpdate(SqlInstallations.REMOVE_INSTALLATION)
          .bind("platform", platform)
          .bind("space", space)
          .execute();
      handle
          .createUpdate(SqlInstallations.AUDIT_SUSPENSIONS)
          .bind("platform", platform)
          .bind("space", space)
          .bind("why", why)
          .bind("at", now.toEpochMilli())
          .execute();
      return handle
          .createUpdate(SqlInstallations.SUSPEND_SPACE)
          .bind("platform", platform)
          .bind("space", space)
          .bind("why", why)
          .bind("at", now.toEpochMilli())
          .execute();
    });
  }

  @Override
  public List<Address> suspended(String platform, String space) {
    return database.read(handle ->
        handle
            .createQuery(SqlInstallations.SUSPENDED_IN_SPACE)
            .bind("platform", platform)
            .bind("space", space)
            .map((row, context) ->
                new Address(
                    row.getString("platform"),
                    row.getString("space"),
                    row.getString("place"),
                    row.getString("thread"),
                    Address.Kind.valueOf(row.getString("kind"))))
            .list());
  }

  private static Installation installation(ResultSet row) throws SQLException {
    return new Installation(
        row.getString("platform"),
        row.getString("space"),
        row.getString("name"),
        row.getString("bot"),
        row.getString("grants"),
        row.getString("installed_by"),
        row.getString("sealed"),
        Instant.ofEpochMilli(row.getLong("installed_at")));
  }
}
