package dev.paperboy.store;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.paper.PaperId;
import dev.paperboy.people.People;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What belongs to people, in a database. */
final class JdbiPeople implements People {
  private final Database database;

  JdbiPeople(Database database) {
    this.database = database;
  }

  @Override
  public Person find(String person) {
    return database.read(handle -> find(handle, person));
  }

  private static Person find(Handle handle, String person) {
    return handle
        .createQuery(SqlPeople.PERSON)
        .bind("person", person)
        .map((row, context) -> person(person, row))
        .findOne()
        .orElse(new Person(person, null, null, null));
  }

  private static Person person(String key, ResultSet row) throws SQLException {
    String zone = row.getString("zone");
    String layout = row.getString("layout");
    return new Person(
        key,
        zone == null ? null : ZoneId.of(zone),
        layout == null ? null : Layout.valueOf(layout),
        SubscriptionRows.instant(row, "welcomed_at"));
  }

  @Override
  public void setZone(String person, @Nullable ZoneId zone) {
    set(SqlPeople.SET_ZONE, person, "zone", zone == null ? null : zone.getId());
  }

  @Override
  public void setLayout(String person, @Nullable Layout layout) {
    set(SqlPeople.SET_LAYOUT, person, "layout", layout == null ? null : layout.name());
  }

  private void set(String sql, String person, String name, @Nullable String value) {
    database.write(
        handle -> handle.createUpdate(sql).bind("person", person).bind(name, value).execute());
  }

  @Override
  public boolean welcome(String person, Instant now) {
    return database.change(
        SqlPeople.WELCOME,
        welcome -> welcome.bind("person", person).bind("now", now.toEpochMilli()));
  }

  @Override
  public Everything everything(String person, Address direct) {
    return database.read(handle -> {
      List<Subscription> subscriptions =
          handle
              .createQuery(SqlPeople.SUBSCRIPTIONS)
              .bind("scope", Subscription.personal(person))
              .bind("direct", direct.key())
              .bind("person", person)
              .map(SubscriptionRows.MAPPER)
              .list();
      List<PaperId> saved =
          handle
              .createQuery(Sql.SAVED_PAPERS)
              .bind("person", person)
              .map((row, context) -> new PaperId(row.getString(1)))
              .list();
      List<String> lastList =
          handle
              .createQuery(Sql.LAST_LIST)
              .bind("person", person)
              .map((row, context) -> TextList.read(row.getString(1)))
              .findOne()
              .orElse(List.of());
      return new Everything(
          find(handle, person),
          subscriptions,
          saved,
          lastList.stream().map(PaperId::new).toList(),
          handle
              .createQuery(SqlPeople.TOLD)
              .bind("direct", direct.key())
              .map(JdbiPeople::told)
              .list(),
          handle
              .createQuery(SqlPeople.SENT)
              .bind("direct", direct.key())
              .map(JdbiPeople::sent)
              .list(),
          handle.createQuery(SqlPeople.CHANGES).bind("person", person).map(Audit::read).list());
    });
  }

  private static Told told(ResultSet row, StatementContext context) throws SQLException {
    return new Told(
        new PaperId(row.getString("paper_id")),
        row.getString("occasion"),
        row.getString("verdict"),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("decided_at")));
  }

  private static Sent sent(ResultSet row, StatementContext context) throws SQLException {
    return new Sent(
        row.getString("occasion"),
        row.getInt("part"),
        row.getString("state"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        SubscriptionRows.instant(row, "sent_at"));
  }

  @Override
  public Removed forget(String person, Address direct, Instant now) {
    return database.write(handle -> {
      Forgetting forgetting = new Forgetting(handle, person, direct.key());
      forgetting.run(SqlPeople.UNNAME_WHAT_BEFELL);
      int changes = forgetting.run(SqlPeople.UNNAME_WHAT_WAS_DONE);
      int deliveries = forgetting.run(SqlPeople.FORGET_DELIVERIES);
      int decisions = forgetting.run(SqlPeople.FORGET_DECISIONS);
      int subscriptions = forgetting.run(SqlPeople.FORGET_SUBSCRIPTIONS);
      int kept = forgetting.run(SqlPeople.UNNAME_OWNER);
      forgetting.run(SqlPeople.FORGET_NUMBERS);
      forgetting.run(SqlPeople.FORGET_DESTINATION);
      forgetting.run(SqlPeople.FORGET_GATE);
      int saved = forgetting.run(SqlPeople.FORGET_SAVED);
      boolean lastList = forgetting.run(SqlPeople.FORGET_LAST_LIST) > 0;
      boolean settings = forgetting.run(SqlPeople.FORGET_PERSON) > 0;
      Audit.note(handle, new Change(now, FORGOTTEN, "forget", FORGOTTEN, ""));
      return new Removed(
          subscriptions, deliveries, decisions, saved, lastList, settings, kept, changes);
    });
  }

  /** Each statement names of these what it needs. */
  private record Forgetting(Handle handle, String person, String direct) {
    int run(String sql) {
      try (var update = handle.createUpdate(sql)) {
        update.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return update
            .bind("person", person)
            .bind("scope", Subscription.personal(person))
            .bind("direct", direct)
            .bind("forgotten", FORGOTTEN)
            .execute();
      }
    }
  }
}
