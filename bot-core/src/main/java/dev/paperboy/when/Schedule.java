package dev.paperboy.when;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a subscription's digests are due, in local time. In the hour that daylight saving skips a
 * digest goes out later by the gap; in the hour that comes twice it goes out once, the first time.
 *
 * @param day for {@link Cadence#WEEKLY}, else null
 * @param time of the day; only its minutes count for {@link Cadence#HOURLY}
 */
public record Schedule(Cadence cadence, @Nullable DayOfWeek day, LocalTime time, ZoneId zone) {
  /** A moment, and the occasion that it is for. */
  public record Due(Instant at, Occasion occasion) {}

  public Schedule {
    if ((cadence == Cadence.WEEKLY) != (day != null)) {
      throw new IllegalArgumentException("a weekday belongs to a weekly schedule, and only there");
    }
  }

  /** The first due moment after an instant. */
  public Due after(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    if (cadence == Cadence.HOURLY) {
      ZonedDateTime at = local.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute());
      while (!at.toInstant().isAfter(instant)) {
        at = at.plusHours(1);
      }
      String hour = "%sT%02d".formatted(at.toLocalDate(), at.getHour());
      return new Due(at.toInstant(), new Occasion(hour));
    }
    // the day before, because a gap may carry its time over midnight
    for (LocalDate date = local.toLocalDate().minusDays(1); ; date = date.plusDays(1)) {
      if (fits(date)) {
        Instant at = ZonedDateTime.of(date, time, zone).toInstant();
        if (at.isAfter(instant)) {
          return new Due(at, new Occasion(date.toString()));
        }
      }
    }
  }

  private boolean fits(LocalDate date) {
    DayOfWeek weekday = date.getDayOfWeek();
    boolean wanted =
        switch (cadence) {
          case HOURLY, DAILY -> true;
          case WEEKDAYS -> weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
          case WEEKLY -> weekday == day;
        };
    // a date that its zone left out altogether has no digest
    return wanted && date.atStartOfDay(zone).toLocalDate().equals(date);
  }
}
