package dev.paperboy.command;

import dev.paperboy.chat.Command.Asked;
import dev.paperboy.chat.ShareCode;
import dev.paperboy.query.Query;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import dev.paperboy.query.QueryText;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Subscriptions in words, as data and as a code. */
final class SubscriptionTexts {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

  private SubscriptionTexts() {}

  /** The tree of a stored query. */
  static Query query(String canonical) {
    return QueryParser.parse(canonical) instanceof QueryResult.Parsed parsed
        ? parsed.query()
        : Query.EVERYTHING;
  }

  static String canonical(@Nullable Asked filter) {
    return filter == null ? "" : QueryText.canonical(filter.query());
  }

  /** "“agents -video”: papers that mention …", or "all papers". */
  static String reading(String query) {
    String english = QueryText.english(query(query), false);
    return query.isEmpty() ? english : "“" + query + "”: " + english;
  }

  /** "weekly mon 09:00 Europe/Berlin", as it is typed. */
  static String schedule(Schedule schedule) {
    DayOfWeek day = schedule.day();
    return lower(schedule.cadence().name())
        + (day == null ? "" : " " + lower(day.name()).substring(0, 3))
        + (schedule.cadence() == Cadence.HOURLY ? "" : " " + schedule.time())
        + " "
        + schedule.zone().getId();
  }

  /** "Thu 13 Aug 2026, 09:00". */
  static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  /** "next Thu 13 Aug 2026, 09:00", or why there is none. */
  static String next(Subscription s) {
    Instant next = s.nextAt();
    ZoneId zone = s.schedule().zone();
    return switch (s.state()) {
      case ACTIVE -> next == null ? "due now" : "next " + moment(next, zone);
      case PAUSED -> {
        Instant until = s.pausedUntil();
        yield until == null ? "paused" : "paused until " + moment(until, zone);
      }
      case SUSPENDED -> "suspended: " + s.suspendedWhy();
    };
  }

  static String rest(Subscription s) {
    return "max:"
        + s.cap()
        + " quiet:"
        + lower(s.quiet().name())
        + " layout:"
        + lower(s.layout().name());
  }

  static ShareCode code(Subscription s) {
    return new ShareCode(
        s.query(),
        s.schedule(),
        s.cap(),
        s.layout(),
        dev.paperboy.chat.Command.Quiet.valueOf(s.quiet().name()));
  }

  /**
   * For programs and for dialogs.
   *
   * @param last how the last digest went; null where there was none
   */
  static Map<String, Object> fields(Subscription s, @Nullable String last) {
    Map<String, Object> fields = new LinkedHashMap<>();
    DayOfWeek day = s.schedule().day();
    Instant next = s.nextAt();
    fields.put("number", s.number());
    fields.put("query", s.query());
    fields.put("reading", QueryText.english(query(s.query()), false));
    fields.put("cadence", lower(s.schedule().cadence().name()));
    fields.put("day", day == null ? "" : lower(day.name()).substring(0, 3));
    fields.put("time", s.schedule().time().toString());
    fields.put("zone", s.schedule().zone().getId());
    fields.put("max", s.cap());
    fields.put("quiet", lower(s.quiet().name()));
    fields.put("layout", lower(s.layout().name()));
    fields.put("state", lower(s.state().name()));
    fields.put("next", next == null ? "" : next.toString());
    fields.put("nextLocal", next(s));
    fields.put("last", last == null ? "" : last);
    fields.put("share", code(s).text());
    return fields;
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
