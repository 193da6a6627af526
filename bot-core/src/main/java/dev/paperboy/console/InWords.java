package dev.paperboy.console;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Counts and dates as people read them. */
final class InWords {
  private InWords() {}

  /** "1 comment", "1,204 comments". */
  static String count(long count, String one) {
    return grouped(count) + " " + one + (count == 1 ? "" : "s");
  }

  static String grouped(long number) {
    String digits = Long.toString(number);
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }

  /** "Wed 12 Aug 2026". */
  static String date(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    Month month = date.getMonth();
    return short3(day.name())
        + " "
        + date.getDayOfMonth()
        + " "
        + short3(month.name())
        + " "
        + date.getYear();
  }

  /** "today", "yesterday", "12 days ago", "5 months ago"; a date to come is "soon". */
  static String age(LocalDate date, LocalDate today) {
    long days = ChronoUnit.DAYS.between(date, today);
    if (days < 0) {
      return "soon";
    }
    if (days < 2) {
      return days == 0 ? "today" : "yesterday";
    }
    if (days < 60) {
      return count(days, "day") + " ago";
    }
    long months = ChronoUnit.MONTHS.between(date, today);
    return months < 24
        ? count(months, "month") + " ago"
        : count(ChronoUnit.YEARS.between(date, today), "year") + " ago";
  }

  private static String short3(String name) {
    return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
  }
}
