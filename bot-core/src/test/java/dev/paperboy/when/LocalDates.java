package dev.paperboy.when;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.when.Schedule.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** Walks a schedule over years and holds each moment against the rules of its zone. */
final class LocalDates {
  /** Minutes that daylight saving, midnight and half-hour zones make awkward. */
  static final List<LocalTime> AWKWARD =
      List.of(
          LocalTime.of(0, 0),
          LocalTime.of(0, 1),
          LocalTime.of(0, 30),
          LocalTime.of(1, 0),
          LocalTime.of(1, 30),
          LocalTime.of(1, 59),
          LocalTime.of(2, 0),
          LocalTime.of(2, 15),
          LocalTime.of(2, 30),
          LocalTime.of(3, 0),
          LocalTime.of(9, 0),
          LocalTime.of(23, 0),
          LocalTime.of(23, 30),
          LocalTime.of(23, 59));

  private static final Duration LONGEST_SHIFT = Duration.ofHours(26);

  private LocalDates() {}

  /** Every date that the zone has gets its digest once and in order, none of them early. */
  static void walk(ZoneId zone, LocalTime time, LocalDate first, LocalDate last) {
    Schedule schedule = new Schedule(Cadence.DAILY, null, time, zone);
    List<String> expected = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      if (exists(date, zone)) {
        expected.add(date.toString());
      }
    }
    List<String> seen = new ArrayList<>();
    Due due = schedule.after(first.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
    Instant before = Instant.MIN;
    while (due.occasion().text().compareTo(last.toString()) <= 0) {
      assertThat(due.at()).as("%s %s in order", zone, time).isAfter(before);
      if (due.occasion().text().compareTo(first.toString()) >= 0) {
        seen.add(due.occasion().text());
        isNeitherEarlyNorLate(due, time, zone);
      }
      before = due.at();
      due = schedule.after(due.at());
    }
    assertThat(seen).as("dates of %s at %s", zone, time).isEqualTo(expected);
  }

  /** Whether a clock in the zone ever shows the date; found without the code under test. */
  private static boolean exists(LocalDate date, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    Instant noon = date.atTime(12, 0).toInstant(ZoneOffset.UTC);
    ZoneOffsetTransition next = rules.nextTransition(noon.minus(LONGEST_SHIFT));
    if (next == null || !next.isGap() || next.getInstant().isAfter(noon.plus(LONGEST_SHIFT))) {
      return true;
    }
    return date.atStartOfDay().isBefore(next.getDateTimeBefore())
        || date.atTime(LocalTime.MAX).isAfter(next.getDateTimeAfter());
  }

  private static void isNeitherEarlyNorLate(Due due, LocalTime time, ZoneId zone) {
    LocalDateTime wanted = LocalDate.parse(due.occasion().text()).atTime(time);
    LocalDateTime shown = LocalDateTime.ofInstant(due.at(), zone);
    ZoneOffsetTransition shift = zone.getRules().getTransition(wanted);
    if (shift == null) {
      assertThat(shown).as("%s", zone).isEqualTo(wanted);
    } else if (shift.isGap()) {
      assertThat(shown).as("%s skips %s", zone, wanted).isEqualTo(wanted.plus(shift.getDuration()));
    } else {
      assertThat(shown).as("%s has %s twice", zone, wanted).isEqualTo(wanted);
      assertThat(due.at()).as("%s, the first of two", zone).isBefore(shift.getInstant());
    }
  }
}
