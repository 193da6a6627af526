package dev.paperboy.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.when.Schedule.Due;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalTime NINE = LocalTime.of(9, 0);

  @Test
  void aScheduleIsSaidAsItIsTyped() {
    assertThat(new Schedule(Cadence.WEEKDAYS, null, NINE, BERLIN).text())
        .isEqualTo("weekdays 09:00 Europe/Berlin");
    assertThat(new Schedule(Cadence.WEEKLY, DayOfWeek.MONDAY, NINE, BERLIN).text())
        .isEqualTo("weekly mon 09:00 Europe/Berlin");
    assertThat(new Schedule(Cadence.HOURLY, null, LocalTime.of(0, 7), BERLIN).text())
        .isEqualTo("hourly Europe/Berlin");
  }

  @Test
  void whatNoScheduleCanBeIsRefused() {
    assertThatThrownBy(() -> new Schedule(Cadence.WEEKLY, null, NINE, BERLIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Schedule(Cadence.DAILY, DayOfWeek.MONDAY, NINE, BERLIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Schedule(Cadence.DAILY, null, LocalTime.of(9, 0, 1), BERLIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("09:00:01");
  }

  @Test
  void weekdaysLeaveTheWeekendOutByTheLocalCalendar() {
    Schedule schedule = new Schedule(Cadence.WEEKDAYS, null, LocalTime.of(0, 30), BERLIN);
    // Thursday 22:31 UTC is Friday in Berlin, after its digest
    Due due = schedule.after(Instant.parse("2026-08-13T22:31:00Z"));
    assertThat(due.occasion()).isEqualTo(new Occasion("2026-08-17"));
    assertThat(due.at()).isEqualTo(Instant.parse("2026-08-16T22:30:00Z"));
  }

  @Test
  void aWeeklyDigestComesOnItsDayOfEachWeek() {
    Schedule schedule = new Schedule(Cadence.WEEKLY, DayOfWeek.MONDAY, NINE, BERLIN);
    Due due = schedule.after(Instant.parse("2026-08-10T07:00:00Z"));
    assertThat(due.occasion()).isEqualTo(new Occasion("2026-08-17"));
    assertThat(schedule.after(due.at()).occasion()).isEqualTo(new Occasion("2026-08-24"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/New_York"})
  void eachLocalHourGetsItsDigestOnceAtItsMinute(String name) {
    ZoneId zone = ZoneId.of(name);
    for (int minute : new int[] {0, 15, 30, 45, 59}) {
      Schedule schedule = new Schedule(Cadence.HOURLY, null, LocalTime.of(0, minute), zone);
      List<String> expected = new ArrayList<>();
      Instant end = Instant.parse("2027-01-01T00:00:00Z");
      for (LocalDateTime hour = LocalDateTime.of(2026, 1, 2, 0, 0);
          hour.atZone(zone).toInstant().isBefore(end);
          hour = hour.plusHours(1)) {
        LocalDateTime resolved = hour.plusMinutes(minute).atZone(zone).toLocalDateTime();
        if (resolved.getHour() == hour.getHour()) {
          expected.add("%sT%02d".formatted(hour.toLocalDate(), hour.getHour()));
        }
      }
      List<String> seen = new ArrayList<>();
      Instant from = LocalDate.of(2026, 1, 2).atStartOfDay(zone).toInstant().minusMillis(1);
      for (Due due = schedule.after(from); due.at().isBefore(end); due = schedule.after(due.at())) {
        seen.add(due.occasion().text());
        LocalDateTime shown = LocalDateTime.ofInstant(due.at(), zone);
        boolean isMoved = zone.getRules().getTransition(shown.withMinute(minute)) != null;
        assertThat(shown.getMinute() == minute || isMoved).as("%s", shown).isTrue();
      }
      assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
      assertThat(seen.subList(0, 8_000)).isEqualTo(expected.subList(0, 8_000));
    }
  }

  @Test
  void whereverAProcessBeginsItMeetsTheSameMoments() {
    Random random = new Random(7);
    for (String name : List.of("Europe/Berlin", "Australia/Lord_Howe", "Africa/Cairo")) {
      for (Cadence cadence : List.of(Cadence.DAILY, Cadence.WEEKDAYS, Cadence.HOURLY)) {
        Schedule schedule = new Schedule(cadence, null, LocalTime.of(2, 30), ZoneId.of(name));
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 300; i++) {
          Instant any = begin.plusSeconds(random.nextInt(365 * 24 * 3600));
          Due next = schedule.after(any);
          assertThat(next.at()).isAfter(any);
          assertThat(schedule.after(any.plus(Duration.between(any, next.at()).dividedBy(2))))
              .isEqualTo(next);
          assertThat(schedule.after(next.at().minusMillis(1))).isEqualTo(next);
        }
      }
    }
  }

  /**
   * The planner's rule in small: what is due is kept once for each occasion, then comes the next.
   */
  @Test
  void neitherAClockThatJumpsNorAChangedZoneDoublesADate() {
    Random random = new Random(11);
    List<ZoneId> zones =
        Stream.of("Pacific/Honolulu", "Europe/Berlin", "Asia/Tokyo", "Australia/Lord_Howe")
            .map(ZoneId::of)
            .toList();
    for (int round = 0; round < 50; round++) {
      Schedule schedule = new Schedule(Cadence.DAILY, null, LocalTime.of(2, 30), zones.getFirst());
      Instant now = Instant.parse("2026-01-01T12:00:00Z");
      Due next = schedule.after(now);
      Set<String> sent = new HashSet<>();
      for (int step = 0; step < 3_000; step++) {
        boolean jumpsBack = random.nextInt(20) == 0;
        now = now.plusSeconds(jumpsBack ? -random.nextInt(7_200) : random.nextInt(14_400));
        if (step % 80 == 79) {
          ZoneId zone = zones.get(random.nextInt(zones.size()));
          schedule = new Schedule(Cadence.DAILY, null, LocalTime.of(2, 30), zone);
          next = schedule.after(now);
        }
        while (!next.at().isAfter(now)) {
          LocalDate date = LocalDate.parse(next.occasion().text());
          LocalDateTime clock = LocalDateTime.ofInstant(now, schedule.zone());
          assertThat(clock).as("never early").isAfterOrEqualTo(date.atTime(2, 30));
          sent.add(next.occasion().text());
          next = schedule.after(next.at());
        }
      }
      List<LocalDate> dates = sent.stream().map(LocalDate::parse).sorted().toList();
      // one change of zone may take a person over one date
      for (int i = 1; i < dates.size(); i++) {
        assertThat(dates.get(i)).isBeforeOrEqualTo(dates.get(i - 1).plusDays(2));
      }
      assertThat(dates).hasSizeGreaterThan(200);
    }
  }
}
