package dev.paperboy.store;

/** What is due, and its way into the outbox. */
final class SqlAgenda {
  static final String DUE =
      """
      select * from subscription where state = 'ACTIVE' and next_at <= :now
      order by next_at, id limit :most
      """;

  static final String PAUSES_OVER =
      """
      select * from subscription where state = 'PAUSED' and paused_until <= :now
      order by paused_until, id limit :most
      """;

  static final String SCHEDULED =
      """
      select * from subscription where state = 'ACTIVE' and id > :after
      order by id limit :most
      """;

  static final String SUSPENDED_PLACES =
      """
      select * from subscription
      where state = 'SUSPENDED' and kind <> 'DIRECT' and platform in (<platforms>)
        and (platform in (<scopes>) or platform || ':' || space in (<scopes>))
      order by suspended_at, id limit :most
      """;

  static final String MOVE_ON =
      """
      update subscription set next_at = :nextAt, next_occasion = :nextOccasion
      where id = :id and next_at = :was and state = 'ACTIVE'
      """;

  static final String PLAN =
      """
      insert into delivery (id, subscription_id, occasion, part, platform, space, destination, state,
        due_at, not_before, expires_at, last_error, created_at)
      values (:id, :subscription, :occasion, 1, :platform, :space, :destination, :state,
        :dueAt, :dueAt, :expiresAt, :why, :now)
      on conflict (subscription_id, occasion, part) do nothing
      """;

  private SqlAgenda() {}
}
