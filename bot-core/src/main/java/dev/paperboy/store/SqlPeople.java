package dev.paperboy.store;

/** What belongs to one person, and its removal. */
final class SqlPeople {
  private static final String OWN =
      "(select id from subscription where scope = :scope or destination = :direct)";

  static final String PERSON =
      "select zone, layout, welcomed_at from person where person = :person";

  static final String SET_ZONE =
      """
      insert into person (person, zone) values (:person, :zone)
      on conflict (person) do update set zone = excluded.zone
      """;

  static final String SET_LAYOUT =
      """
      insert into person (person, layout) values (:person, :layout)
      on conflict (person) do update set layout = excluded.layout
      """;

  static final String WELCOME =
      """
      insert into person (person, welcomed_at) values (:person, :now)
      on conflict (person) do update set welcomed_at = excluded.welcomed_at
      where person.welcomed_at is null
      """;

  static final String SUBSCRIPTIONS =
      """
      select * from subscription where scope = :scope or destination = :direct or owner = :person
      order by created_at, scope, number
      """;

  static final String TOLD =
      """
      select paper_id, occasion, verdict, reason, decided_at from ledger
      where destination = :direct order by decided_at desc, turn, paper_id
      """;

  static final String SENT =
      """
      select occasion, part, state, created_at, sent_at from delivery
      where destination = :direct order by created_at desc, part
      """;

  static final String CHANGES =
      """
      select at, actor, action, subject, detail from audit where actor = :person
      order by at desc, id desc
      """;

  static final String UNNAME_WHAT_BEFELL =
      "update audit set detail = '' where actor <> :person and subject in " + OWN;

  static final String UNNAME_WHAT_WAS_DONE =
      """
      update audit set actor = :forgotten, detail = '',
        subject = case when subject = :scope then :forgotten else subject end
      where actor = :person
      """;

  static final String FORGET_DELIVERIES =
      "delete from delivery where destination = :direct or subscription_id in " + OWN;

  static final String FORGET_DECISIONS =
      "delete from ledger where destination = :direct or subscription_id in " + OWN;

  static final String FORGET_SUBSCRIPTIONS =
      "delete from subscription where scope = :scope or destination = :direct";

  static final String UNNAME_OWNER =
      "update subscription set owner = :forgotten, version = version + 1 where owner = :person";

  static final String FORGET_NUMBERS = "delete from subscription_number where scope = :scope";

  static final String FORGET_DESTINATION = "delete from destination where destination = :direct";

  static final String FORGET_GATE = "delete from rate_gate where scope = :direct";

  static final String FORGET_SAVED = "delete from saved_paper where person = :person";

  static final String FORGET_LAST_LIST = "delete from last_list where person = :person";

  static final String FORGET_PERSON = "delete from person where person = :person";

  private SqlPeople() {}
}
