package dev.paperboy.store;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.when.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Subscriptions in a database. */
final class JdbiSubscriptions implements Subscriptions {
  private final Database database;

  JdbiSubscriptions(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Subscription> add(Draft draft, int most, Instant now) {
    String id = UUID.randomUUID().toString();
    boolean added =
        database.write(handle -> {
          int last = number(handle.createQuery(SqlSubscriptions.LOCK_SCOPE), draft.scope());
          if (number(handle.createQuery(SqlSubscriptions.COUNT), draft.scope()) >= most) {
            String why = "there are " + most + " already: " + draft.query();
            Audit.note(handle, new Change(now, draft.owner(), "refused", draft.scope(), why));
            return false;
          }
          insert(handle, id, draft, last + 1, now);
          Audit.note(
              handle,
              new Change(
                  now,
                  draft.owner(),
                  "subscribe",
                  id,
                  "number " + (last + 1) + " to " + draft.to().key() + ": " + draft.query()));
          return true;
        });
    return added ? byId(id) : Optional.empty();
  }

  private static int number(Query query, String scope) {
    return query.bind("scope", scope).mapTo(Integer.class).one();
  }

  private static void insert(Handle handle, String id, Draft draft, int number, Instant now) {
    handle
        .createUpdate(SqlSubscriptions.TAKE_NUMBER)
        .bind("scope", draft.scope())
        .bind("number", number)
        .execute();
    Schedule.Due first = draft.schedule().after(now);
    Update add =
        handle
            .createUpdate(SqlSubscriptions.ADD)
            .bind("id", id)
            .bind("scope", draft.scope())
            .bind("number", number)
            .bind("owner", draft.owner())
            .bind("query", draft.query())
            .bind("nextAt", first.at().toEpochMilli())
            .bind("nextOccasion", first.occasion().text())
            .bind("now", now.toEpochMilli());
    bind(add, draft.to());
    bind(add, draft.schedule());
    bind(add, draft.cap(), draft.layout(), draft.quiet()).execute();
  }

  private static void bind(Update update, Address to) {
    update
        .bind("platform", to.platform())
        .bind("space", to.space())
        .bind("place", to.place())
        .bind("thread", to.thread())
        .bind("kind", to.kind().name())
        .bind("destination", to.key());
  }

  private static void bind(Update update, Schedule schedule) {
    DayOfWeek day = schedule.day();
    Integer weekday = day == null ? null : Integer.valueOf(day.getValue());
    update
        .bind("cadence", schedule.cadence().name())
        .bind("weekday", weekday)
        .bind("time", schedule.time().toString())
        .bind("zone", schedule.zone().getId());
  }

  private static Update bind(Update update, int cap, Layout layout, Quiet quiet) {
    return update.bind("cap", cap).bind("layout", layout.name()).bind("quiet", quiet.name());
  }

  @Override
  public Optional<Subscription> byId(String id) {
    return database.read(handle ->
        handle
            .createQuery(SqlSubscriptions.BY_ID)
            .bind("id", id)
            .map(SubscriptionRows.MAPPER)
            .findOne());
  }

  @Override
  public Optional<Subscription> find(String scope, int number) {
    return database.read(handle ->
        handle
            .createQuery(SqlSubscriptions.BY_NUMBER)
            .bind("scope", scope)
            .bind("number", number)
            .map(SubscriptionRows.MAPPER)
            .findOne());
  }

  @Override
  public List<Subscription> in(String scope) {
    return all(SqlSubscriptions.IN_SCOPE, "scope", scope);
  }

  @Override
  public List<Subscription> to(String destination) {
    return all(SqlSubscriptions.TO_DESTINATION, "destination", destination);
  }

  @Override
  public List<Subscription> ownedBy(String person) {
    return all(SqlSubscriptions.OWNED_BY, "owner", person);
  }

  private List<Subscription> all(String sql, String name, String value) {
    return database.read(
        handle -> handle.createQuery(sql).bind(name, value).map(SubscriptionRows.MAPPER).list());
  }

  @Override
  public boolean change(Subscription changed, Change why) {
    return database.write(handle -> {
      Update change =
          handle
              .createUpdate(SqlSubscriptions.CHANGE)
              .bind("id", changed.id())
              .bind("version", changed.version())
              .bind("owner", changed.owner())
              .bind("query", changed.query())
              .bind("state", changed.state().name())
              .bind("pausedUntil", millis(changed.pausedUntil()))
              .bind("suspendedWhy", changed.suspendedWhy())
              .bind("nextAt", millis(changed.nextAt()))
              .bind(
                  "nextOccasion",
                  changed.nextOccasion() == null ? null : changed.nextOccasion().text())
              .bind("now", why.at().toEpochMilli());
      bind(change, changed.to());
      bind(change, changed.schedule());
      bind(change, changed.cap(), changed.layout(), changed.quiet());
      boolean done = change.execute() == 1;
      if (done) {
        Audit.note(handle, why);
      }
      return done;
    });
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : Long.valueOf(instant.toEpochMilli());
  }

  @Override
  public boolean remove(String id, Change why) {
    return database.write(handle -> {
      boolean done = handle.createUpdate(SqlSubscriptions.REMOVE).bind("id", id).execute() == 1;
      if (done) {
        Audit.note(handle, why);
      }
      return done;
    });
  }

  @Override
  public void refused(Change why) {
    database.write(handle -> {
      Audit.note(handle, why);
      return why;
    });
  }

  @Override
  public List<Change> changesOf(String subject, int most) {
    return changes(SqlSubscriptions.CHANGES_OF, "subject", subject, most);
  }

  @Override
  public List<Change> changesBy(String actor, int most) {
    return changes(SqlSubscriptions.CHANGES_BY, "actor", actor, most);
  }

  private List<Change> changes(String sql, String name, String value, int most) {
    return database.read(handle ->
        handle.createQuery(sql).bind(name, value).bind("most", most).map(Audit::read).list());
  }
}
