package dev.paperboy.store;

import dev.paperboy.delivery.Agenda;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.when.Schedule.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Plans in one transaction what the planner has read outside of it. */
final class JdbiAgenda implements Agenda {
  private static final String PENDING = "PENDING";
  private static final String SKIPPED = "SKIPPED";

  private final Database database;

  JdbiAgenda(Database database) {
    this.database = database;
  }

  @Override
  public List<Subscription> due(Instant now, int most) {
    return database.read(handle ->
        handle
            .createQuery(SqlAgenda.DUE)
            .bind("now", now.toEpochMilli())
            .bind("most", most)
            .map(SubscriptionRows.MAPPER)
            .list());
  }

  @Override
  public List<Subscription> pausesOver(Instant now, int most) {
    return database.read(handle ->
        handle
            .createQuery(SqlAgenda.PAUSES_OVER)
            .bind("now", now.toEpochMilli())
            .bind("most", most)
            .map(SubscriptionRows.MAPPER)
            .list());
  }

  @Override
  public List<Subscription> scheduled(String afterId, int most) {
    return database.read(handle ->
        handle
            .createQuery(SqlAgenda.SCHEDULED)
            .bind("after", afterId)
            .bind("most", most)
            .map(SubscriptionRows.MAPPER)
            .list());
  }

  @Override
  public List<Subscription> suspendedPlaces(Collection<String> scopes, int most) {
    if (scopes.isEmpty()) {
      return List.of();
    }
    return database.read(handle ->
        handle
            .createQuery(SqlAgenda.SUSPENDED_PLACES)
            .bindList("platforms", Scopes.platforms(scopes))
            .bindList("scopes", List.copyOf(scopes))
            .bind("most", most)
            .map(SubscriptionRows.MAPPER)
            .list());
  }

  @Override
  public int keep(List<Plan> plans, Instant now) {
    if (plans.isEmpty()) {
      return 0;
    }
    // in one order, so that two processes never wait for each other crosswise
    List<Plan> ordered =
        plans.stream().sorted(Comparator.comparing(plan -> plan.subscription().id())).toList();
    return database.write(handle -> {
      List<Plan> moved = moveOn(handle, ordered);
      return moved.isEmpty() ? 0 : plan(handle, moved, now);
    });
  }

  /** Those that were still where they had been read. */
  private static List<Plan> moveOn(Handle handle, List<Plan> plans) {
    try (PreparedBatch batch = handle.prepareBatch(SqlAgenda.MOVE_ON)) {
      for (Plan plan : plans) {
        batch
            .bind("id", plan.subscription().id())
            .bind("was", Objects.requireNonNull(plan.subscription().nextAt()).toEpochMilli())
            .bind("nextAt", plan.next().at().toEpochMilli())
            .bind("nextOccasion", plan.next().occasion().text())
            .add();
      }
      int[] counts = batch.execute();
      List<Plan> moved = new ArrayList<>();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == 1) {
          moved.add(plans.get(i));
        }
      }
      return moved;
    }
  }

  private static int plan(Handle handle, List<Plan> plans, Instant now) {
    try (PreparedBatch batch = handle.prepareBatch(SqlAgenda.PLAN)) {
      for (Plan plan : plans) {
        int last = plan.occasions().size() - 1;
        for (int i = 0; i <= last; i++) {
          Due due = plan.occasions().get(i);
          Instant expires = due.at().plus(plan.lateAfter());
          String skipped = i < last ? "a later one was due as well" : late(expires, now);
          bind(batch, plan.subscription(), due, expires, skipped, now).add();
        }
      }
      int added = 0;
      for (int count : batch.execute()) {
        added += count;
      }
      return added;
    }
  }

  private static String late(Instant expires, Instant now) {
    return now.isAfter(expires) ? "too late: nothing was running when it was due" : "";
  }

  private static PreparedBatch bind(
      PreparedBatch batch,
      Subscription subscription,
      Due due,
      Instant expires,
      String skipped,
      Instant now) {
    return batch
        .bind("id", UUID.randomUUID().toString())
        .bind("subscription", subscription.id())
        .bind("occasion", due.occasion().text())
        .bind("platform", subscription.to().platform())
        .bind("space", subscription.to().space())
        .bind("destination", subscription.to().key())
        .bind("state", skipped.isEmpty() ? PENDING : SKIPPED)
        .bind("dueAt", due.at().toEpochMilli())
        .bind("expiresAt", expires.toEpochMilli())
        .bind("why", skipped.isEmpty() ? null : skipped)
        .bind("now", now.toEpochMilli());
  }
}
