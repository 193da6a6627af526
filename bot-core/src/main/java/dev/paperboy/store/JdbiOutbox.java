package dev.paperboy.store;

import dev.paperboy.delivery.Outbox;
import dev.paperboy.digest.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the outbox for people, and takes what they ask for by hand. */
final class JdbiOutbox implements Outbox {
  private final Database database;

  JdbiOutbox(Database database) {
    this.database = database;
  }

  @Override
  public Entry planByHand(String subscription, String localDate, Order order, Instant now) {
    String id = UUID.randomUUID().toString();
    return database.write(handle -> {
      int number =
          handle
                  .createQuery(SqlOutbox.COUNT_BY_HAND)
                  .bind("subscription", subscription)
                  .bind("pattern", localDate + "#%")
                  .mapTo(Integer.class)
                  .one()
              + 1;
      // another process may have taken the number since
      while (true) {
        int added =
            handle
                .createUpdate(SqlOutbox.PLAN_BY_HAND)
                .bind("id", id)
                .bind("subscription", subscription)
                .bind("occasion", localDate + "#" + number)
                .bind("repost", order.repost())
                .bind("from", text(order.from()))
                .bind("to", text(order.to()))
                .bind("now", now.toEpochMilli())
                .execute();
        if (added == 1) {
          return entries(
                  handle,
                  handle
                      .createQuery(SqlOutbox.ENTRY)
                      .bind("id", id)
                      .map((row, context) -> entry(row))
                      .list())
              .getFirst();
        }
        if (++number > 10_000) {
          throw new IllegalArgumentException("there is no subscription " + subscription);
        }
      }
    });
  }

  @Override
  public List<Entry> history(String subscription, int most) {
    return database.read(handle ->
        entries(
            handle,
            handle
                .createQuery(SqlOutbox.HISTORY)
                .bind("subscription", subscription)
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list()));
  }

  @Override
  public List<Entry> troubled(String platform, int most) {
    return database.read(handle ->
        entries(
            handle,
            handle
                .createQuery(SqlOutbox.TROUBLED)
                .bind("platform", platform)
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list()));
  }

  private static List<Entry> entries(Handle handle, List<Entry> bare) {
    if (bare.isEmpty()) {
      return bare;
    }
    Map<String, List<Attempt>> tries = new HashMap<>();
    handle
        .createQuery(SqlOutbox.ATTEMPTS)
        .bindList("ids", bare.stream().map(Entry::id).toList())
        .map((row, context) ->
            Map.entry(
                row.getString("delivery_id"),
                new Attempt(
                    row.getInt("number"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("outcome"),
                    row.getString("detail"))))
        .forEach(each ->
            tries.computeIfAbsent(each.getKey(), id -> new ArrayList<>()).add(each.getValue()));
    return bare.stream()
        .map(entry ->
            new Entry(
                entry.id(),
                entry.subscription(),
                entry.occasion(),
                entry.part(),
                entry.state(),
                entry.papers(),
                entry.attempts(),
                entry.createdAt(),
                entry.sentAt(),
                entry.receipt(),
                entry.why(),
                tries.getOrDefault(entry.id(), List.of())))
        .toList();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("id"),
        row.getString("subscription_id"),
        row.getString("occasion"),
        row.getInt("part"),
        State.valueOf(row.getString("state")),
        row.getInt("papers"),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        SubscriptionRows.instant(row, "sent_at"),
        row.getString("receipt"),
        row.getString("last_error"),
        List.of());
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }
}
