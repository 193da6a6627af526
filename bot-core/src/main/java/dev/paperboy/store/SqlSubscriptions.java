package dev.paperboy.store;

/** Subscriptions, their numbers, and who changed what. */
final class SqlSubscriptions {
  /** Locks the scope until the transaction ends: others that add to it wait here. */
  static final String LOCK_SCOPE =
      """
      insert into subscription_number (scope, last_number) values (:scope, 0)
      on conflict (scope) do update set last_number = subscription_number.last_number
      returning last_number
      """;

  static final String TAKE_NUMBER =
      "update subscription_number set last_number = :number where scope = :scope";

  static final String COUNT = "select count(*) from subscription where scope = :scope";

  static final String ADD =
      """
      insert into subscription (id, scope, number, platform, space, place, thread, kind, destination,
        owner, query, cadence, weekday, local_time, zone, cap, layout, quiet, state, next_at,
        next_occasion, created_at)
      values (:id, :scope, :number, :platform, :space, :place, :thread, :kind, :destination,
        :owner, :query, :cadence, :weekday, :time, :zone, :cap, :layout, :quiet, 'ACTIVE', :nextAt,
        :nextOccasion, :now)
      """;

  static final String BY_ID = "select * from subscription where id = :id";

  static final String BY_NUMBER =
      "select * from subscription where scope = :scope and number = :number";

  static final String IN_SCOPE = "select * from subscription where scope = :scope order by number";

  static final String TO_DESTINATION =
      """
      select * from subscription where destination = :destination
      order by created_at, scope, number
      """;

  static final String OWNED_BY =
      "select * from subscription where owner = :owner order by created_at, scope, number";

  /** What was told and tried while it was suspended is over when it no longer is. */
  static final String CHANGE =
      """
      update subscription set platform = :platform, space = :space, place = :place,
        thread = :thread, kind = :kind, destination = :destination, owner = :owner, query = :query,
        cadence = :cadence, weekday = :weekday, local_time = :time, zone = :zone, cap = :cap,
        layout = :layout, quiet = :quiet, state = :state, paused_until = :pausedUntil,
        suspended_why = :suspendedWhy,
        suspended_at = case when :state = 'SUSPENDED' then coalesce(suspended_at, :now) end,
        owner_told = owner_told and :state = 'SUSPENDED',
        probed_at = case when :state = 'SUSPENDED' then probed_at end,
        next_at = :nextAt, next_occasion = :nextOccasion, version = version + 1
      where id = :id and version = :version
      """;

  static final String REMOVE = "delete from subscription where id = :id";

  static final String NOTE =
      """
      insert into audit (id, at, actor, action, subject, detail)
      values (:id, :at, :actor, :action, :subject, :detail)
      """;

  static final String CHANGES_OF =
      """
      select at, actor, action, subject, detail from audit where subject = :subject
      order by at desc, id desc limit :most
      """;

  static final String CHANGES_BY =
      """
      select at, actor, action, subject, detail from audit where actor = :actor
      order by at desc, id desc limit :most
      """;

  private SqlSubscriptions() {}
}
