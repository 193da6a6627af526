package dev.paperboy.store;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscription.State;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Occasion;
import dev.paperboy.when.Schedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Rows of the subscription table. */
final class SubscriptionRows {
  static final RowMapper<Subscription> MAPPER = (row, context) -> read(row);

  private SubscriptionRows() {}

  static Subscription read(ResultSet row) throws SQLException {
    int weekday = row.getInt("weekday");
    @Nullable DayOfWeek day = row.wasNull() ? null : DayOfWeek.of(weekday);
    String occasion = row.getString("next_occasion");
    return new Subscription(
        row.getString("id"),
        row.getString("scope"),
        row.getInt("number"),
        new Address(
            row.getString("platform"),
            row.getString("space"),
            row.getString("place"),
            row.getString("thread"),
            Address.Kind.valueOf(row.getString("kind"))),
        row.getString("owner"),
        row.getString("query"),
        new Schedule(
            Cadence.valueOf(row.getString("cadence")),
            day,
            LocalTime.parse(row.getString("local_time")),
            ZoneId.of(row.getString("zone"))),
        row.getInt("cap"),
        Layout.valueOf(row.getString("layout")),
        Quiet.valueOf(row.getString("quiet")),
        State.valueOf(row.getString("state")),
        instant(row, "paused_until"),
        row.getString("suspended_why"),
        instant(row, "next_at"),
        occasion == null ? null : new Occasion(occasion),
        instant(row, "composed_at"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getLong("version"));
  }

  static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
