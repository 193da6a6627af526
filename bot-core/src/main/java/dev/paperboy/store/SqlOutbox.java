package dev.paperboy.store;

/** Deliveries: claimed before they leave, settled after. */
final class SqlOutbox {
  /** A row whose lease is over was left open by a process that died or lost touch. */
  static final String CLAIM =
      """
      update delivery set
        state = case
          when state in ('PENDING', 'RETRY') then 'SENDING'
          when state = 'SENDING' and content_hash is null then 'SENDING'
          when state = 'HELD' then 'HELD'
          else 'UNCERTAIN' end,
        sending_at = case when state in ('PENDING', 'RETRY') then :now else sending_at end,
        fence = fence + 1, owner = :owner, lease_until = :lease
      where id in (
        select d.id from delivery d
        where d.platform in (<platforms>)
          and (d.platform in (<scopes>) or d.platform || ':' || d.space in (<scopes>))
          and d.state in ('PENDING', 'SENDING', 'RETRY', 'UNCERTAIN', 'HELD')
          and d.not_before <= :now and (d.lease_until is null or d.lease_until < :now)
          and not exists (select 1 from rate_gate g where g.not_before > :now
            and g.scope in (d.platform, d.platform || ':' || d.space, d.destination))
        order by d.not_before, d.id limit :most <skippingLocked>)
      returning id
      """;

  static final String CLAIMED =
      """
      select s.*, d.id as delivery_id, d.occasion as delivery_occasion, d.part,
        d.state as delivery_state, d.repost, d.window_from, d.window_to, d.attempts, d.fence, d.lease_until, d.sending_at,
        d.absent_at, d.expires_at, c.body, f.receipt as first_receipt
      from delivery d
      join subscription s on s.id = d.subscription_id
      left join content c on c.hash = d.content_hash
      left join delivery f on f.subscription_id = d.subscription_id
        and f.occasion = d.occasion and f.part = 1 and d.part > 1
      where d.id in (<ids>) order by d.not_before, d.id
      """;

  static final String PUT_CONTENT =
      "insert into content (hash, body) values (:hash, :body) on conflict (hash) do nothing";

  static final String FREEZE =
      """
      update delivery set content_hash = :hash, papers = :papers, sending_at = :now
      where id = :id and fence = :fence and state = 'SENDING'
      """;

  static final String MOVE_LEDGER =
      """
      insert into destination (destination, version) values (:destination, 1)
      on conflict (destination) do update set version = destination.version + 1
      where destination.version = :version
      """;

  /** Waits until the part before it is sent. */
  static final String ADD_PART =
      """
      insert into delivery (id, subscription_id, occasion, part, platform, space, destination,
        state, content_hash, papers, due_at, not_before, expires_at, created_at)
      select :id, subscription_id, occasion, :part, platform, space, destination,
        'PENDING', :hash, :papers, due_at, :notBefore, expires_at, :now
      from delivery where id = :first
      on conflict (subscription_id, occasion, part) do nothing
      """;

  static final String DECIDE =
      """
      insert into ledger (destination, paper_id, subscription_id, occasion, turn, verdict, reason,
        upvotes, comments, stars, had_code, decided_at, delivery_id, counts)
      values (:destination, :paper, :subscription, :occasion, :turn, :verdict, :reason,
        :upvotes, :comments, :stars, :hadCode, :at, :delivery, :counts)
      on conflict (destination, paper_id, subscription_id, occasion) do update set
        turn = excluded.turn, verdict = excluded.verdict, reason = excluded.reason,
        upvotes = excluded.upvotes, comments = excluded.comments, stars = excluded.stars,
        had_code = excluded.had_code, decided_at = excluded.decided_at,
        delivery_id = excluded.delivery_id, counts = excluded.counts
      """;

  static final String NOTE_COMPOSED = "update subscription set composed_at = :now where id = :id";

  static final String SETTLE =
      """
      update delivery set state = :state, not_before = :notBefore,
        attempts = attempts + :counted, receipt = :receipt, last_error = :why,
        absent_at = :absentAt, sent_at = :sentAt, owner = null, lease_until = null
      where id = :id and fence = :fence
      """;

  static final String NOTE_ATTEMPT =
      """
      insert into delivery_attempt (delivery_id, number, at, outcome, detail)
      select :id, coalesce(max(number), 0) + 1, :at, :outcome, :why
      from delivery_attempt where delivery_id = :id
      """;

  static final String OPEN_NEXT_PART =
      """
      update delivery set not_before = :now
      where subscription_id = :subscription and occasion = :occasion and part = :part
        and state = 'PENDING'
      """;

  static final String SKIP_PARTS_AFTER =
      """
      update delivery set state = 'SKIPPED', last_error = 'an earlier part was not sent'
      where subscription_id = :subscription and occasion = :occasion and part > :part
        and state not in ('SENT', 'DEAD', 'SKIPPED')
      """;

  /** What was not sent was not shown. */
  static final String FORGET_SHOWN =
      "update ledger set counts = false where delivery_id = :id and counts = true";

  static final String SUSPEND =
      """
      update subscription set state = 'SUSPENDED', suspended_why = :why, suspended_at = :now,
        owner_told = false, next_at = null, next_occasion = null, version = version + 1
      where destination = :destination and state = 'ACTIVE'
      """;

  static final String SKIP_SUSPENDED =
      """
      update delivery set state = 'SKIPPED', last_error = 'its subscription was suspended'
      where destination = :destination and state in ('PENDING', 'RETRY') and content_hash is null
      """;

  static final String CLOSE_GATE =
      """
      insert into rate_gate (scope, not_before) values (:scope, :until)
      on conflict (scope) do update set not_before = excluded.not_before
      where rate_gate.not_before < excluded.not_before
      """;

  static final String OWNER_TOLD = "update subscription set owner_told = true where id in (<ids>)";

  static final String COUNT_BY_HAND =
      """
      select count(*) from delivery
      where subscription_id = :subscription and part = 1 and occasion like :pattern
      """;

  static final String PLAN_BY_HAND =
      """
      insert into delivery (id, subscription_id, occasion, part, platform, space, destination,
        state, repost, window_from, window_to, due_at, not_before, created_at)
      select :id, id, :occasion, 1, platform, space, destination,
        'PENDING', :repost, :from, :to, :now, :now, :now
      from subscription where id = :subscription
      on conflict (subscription_id, occasion, part) do nothing
      """;

  static final String HISTORY =
      """
      select * from delivery where subscription_id = :subscription
      order by due_at desc, created_at desc, occasion desc, part desc limit :most
      """;

  static final String TROUBLED =
      """
      select * from delivery
      where platform = :platform and state in ('HELD', 'DEAD', 'UNCERTAIN')
      order by due_at desc, id limit :most
      """;

  static final String ENTRY = "select * from delivery where id = :id";

  static final String ATTEMPTS =
      """
      select * from delivery_attempt where delivery_id in (<ids>)
      order by delivery_id, number
      """;

  private SqlOutbox() {}
}
