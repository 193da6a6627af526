package dev.paperboy.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments, dates and counts in words. */
public final class Ages {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private Ages() {}

  /** "just fetched", "12 min old", "21 h old", "3 days old". */
  public static String old(Instant asOf, Instant now) {
    Duration age = Duration.between(asOf, now);
    if (age.toMinutes() < 1) {
      return "just fetched";
    }
    if (age.toMinutes() < 120) {
      return age.toMinutes() + " min old";
    }
    return age.toHours() < 48 ? age.toHours() + " h old" : age.toDays() + " days old";
  }

  /** "Wed 12 Aug 2026". */
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** "August 2026". */
  public static String month(LocalDate date) {
    return MONTH.format(date);
  }

  /** "09:12 UTC", with its date where that is not today. */
  public static String moment(Instant at, Instant now) {
    var utc = at.atZone(ZoneOffset.UTC);
    String time = "%02d:%02d UTC".formatted(utc.getHour(), utc.getMinute());
    return utc.toLocalDate().equals(now.atZone(ZoneOffset.UTC).toLocalDate())
        ? time
        : day(utc.toLocalDate()) + ", " + time;
  }

  /** "1 paper", "13,789 papers". */
  public static String count(long number, String one) {
    return grouped(number) + " " + (number == 1 ? one : one + "s");
  }

  /** "13,789". */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
