package dev.paperboy.store;

/** The statements of the installations; they run on each database alike. */
final class SqlInstallations {
  private static final String INSTALLATION =
      """
      select platform, space, name, bot, grants, installed_by, sealed, installed_at
      from installation
      """;

  static final String PUT_INSTALLATION =
      """
      insert into installation (platform, space, name, bot, grants, installed_by, sealed,
        installed_at)
      values (:platform, :space, :name, :bot, :grants, :installedBy, :sealed, :at)
      on conflict (platform, space) do update set name = excluded.name, bot = excluded.bot,
        grants = excluded.grants, installed_by = excluded.installed_by, sealed = excluded.sealed,
        installed_at = excluded.installed_at
      """;

  static final String INSTALLATION_OF_SPACE =
      INSTALLATION + "where platform = :platform and space = :space";

  static final String INSTALLATIONS_ON_PLATFORM =
      INSTALLATION + "where platform = :platform order by space";

  static final String REMOVE_INSTALLATION =
      "delete from installation where platform = :platform and space = :space";

  static final String SUSPEND_SPACE =
      """
      update subscription set state = 'SUSPENDED', suspended_why = :why, suspended_at = :at,
        next_at = null, next_occasion = null, paused_until = null, version = version + 1
      where platform = :platform and space = :space and state = 'ACTIVE'
      """;

  static final String AUDIT_SUSPENSIONS =
      """
      insert into audit (id, at, actor, action, subject, detail)
      select id || ':suspend:' || cast(:at as text), :at, 'paperboy', 'suspend', id, :why
      from subscription
      where platform = :platform and space = :space and state = 'ACTIVE'
      """;

  static final String SUSPENDED_IN_SPACE =
      """
      select distinct platform, space, place, thread, kind from subscription
      where platform = :platform and space = :space and state = 'SUSPENDED'
      """;

  private SqlInstallations() {}
}
