package dev.paperboy.when;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The UTC date, ISO week or month of an edition. */
public sealed interface Period {
  /** The first UTC date. */
  LocalDate first();

  /** The last UTC date, included. */
  LocalDate last();

  /** {@code 2026-08-12}, {@code 2026-W33} or {@code 2026-08}. */
  String text();

  record Day(LocalDate date) implements Period {
    @Override
    public LocalDate first() {
      return date;
    }

    @Override
    public LocalDate last() {
      return date;
    }

    @Override
    public String text() {
      return date.toString();
    }
  }

  /** An ISO week, named by its Monday. */
  record Week(LocalDate monday) implements Period {
    @Override
    public LocalDate first() {
      return monday;
    }

    @Override
    public LocalDate last() {
      return monday.plusDays(6);
    }

    @Override
    public String text() {
      return "%04d-W%02d"
          .formatted(
              monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  }

  record Month(YearMonth month) implements Period {
    @Override
    public LocalDate first() {
      return month.atDay(1);
    }

    @Override
    public LocalDate last() {
      return month.atEndOfMonth();
    }

    @Override
    public String text() {
      return month.toString();
    }
  }

  Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  Pattern WEEK = Pattern.compile("(\\d{4})-[Ww](\\d{1,2})");
  Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

  /** Whether the text has the shape of a period, sensible or not ({@code 2026-02-31} has). */
  static boolean looksLike(String text) {
    return DAY.matcher(text).matches()
        || WEEK.matcher(text).matches()
        || MONTH.matcher(text).matches();
  }

  /** Empty where the text is no period or names a date that does not exist. */
  static Optional<Period> parse(String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return Optional.of(new Day(LocalDate.parse(text)));
      }
      Matcher week = WEEK.matcher(text);
      if (week.matches()) {
        int year = Integer.parseInt(week.group(1));
        int number = Integer.parseInt(week.group(2));
        LocalDate inside = LocalDate.of(year, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number);
        LocalDate monday = inside.minusDays(inside.getDayOfWeek().getValue() - 1L);
        Week named = new Week(monday);
        // a year of 52 weeks has no week 53
        return Integer.parseInt(named.text().substring(6)) == number
            ? Optional.of(named)
            : Optional.empty();
      }
      if (MONTH.matcher(text).matches()) {
        return Optional.of(new Month(YearMonth.parse(text)));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The moment the last date is over, in UTC. */
  default Instant end() {
    return last().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
