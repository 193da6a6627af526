package dev.paperboy.when;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a subscription's digests are due, in local time. In the hour that daylight saving skips a
 * digest goes out later by the gap; in the hour that comes twice it goes out once, the first time.
 *
 * <p>Occasions come in the order of their moments, each once.
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
    if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("a schedule is kept to the minute, not " + time);
    }
  }

  /**
   * As people say it and as a line of the grammar takes it: {@code weekdays 09:00 Europe/Berlin},
   * {@code weekly mon 09:00 Europe/Berlin}, {@code hourly Europe/Berlin}.
   */
  public String text() {
    String weekday = day == null ? "" : " " + day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    String at = cadence == Cadence.HOURLY ? "" : " " + time;
    return cadence.name().toLowerCase(Locale.ROOT) + weekday + at + " " + zone.getId();
  }

  /** The first due moment after an instant. */
  public Due after(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    if (cadence == Cadence.HOURLY) {
      return hourAfter(instant, local.toLocalDateTime());
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

  /**
   * By hours of the local clock, since some zones shift by half of one. Of an hour that comes twice
   * the first counts; one that is skipped has none, its papers come in the next.
   */
  private Due hourAfter(Instant instant, LocalDateTime local) {
    LocalDateTime hour = local.truncatedTo(ChronoUnit.HOURS).minusHours(1);
    while (true) {
      LocalDateTime wanted = hour.plusMinutes(time.getMinute());
      ZonedDateTime at = ZonedDateTime.of(wanted, zone);
      boolean isSkipped = !at.toLocalDateTime().truncatedTo(ChronoUnit.HOURS).equals(hour);
      if (!isSkipped && at.toInstant().isAfter(instant)) {
        String name = "%sT%02d".formatted(hour.toLocalDate(), hour.getHour());
        return new Due(at.toInstant(), new Occasion(name));
      }
      hour = hour.plusHours(1);
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
