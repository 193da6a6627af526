package dev.paperboy.when;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "Asia/Kathmandu",
        "Pacific/Chatham"
      })
  void eachLocalDateGetsItsDigestOnceAndNeverEarly(String zone) {
    everyAwkwardMinute(ZoneId.of(zone), FIRST, LAST);
  }

  /** Samoa went from 29 to 31 December 2011. */
  @Test
  void aDateThatItsZoneLeftOutHasNoDigest() {
    everyAwkwardMinute(
        ZoneId.of("Pacific/Apia"), LocalDate.of(2011, 1, 1), LocalDate.of(2012, 12, 31));
  }

  /** Shorter and longer shifts than today's, at midnight among others. */
  @ParameterizedTest
  @ValueSource(strings = {"America/Sao_Paulo", "Asia/Tehran", "Antarctica/Troll", "Asia/Pyongyang"})
  void theShiftsOfEarlierYearsAreKeptToo(String zone) {
    everyAwkwardMinute(ZoneId.of(zone), LocalDate.of(2015, 1, 1), LocalDate.of(2018, 12, 31));
  }

  @Test
  @Tag("long")
  void eachLocalDateOfEveryZoneGetsItsDigestOnceAndNeverEarly() {
    for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      everyAwkwardMinute(ZoneId.of(zone), FIRST, LAST);
    }
  }

  private static void everyAwkwardMinute(ZoneId zone, LocalDate first, LocalDate last) {
    for (LocalTime time : LocalDates.AWKWARD) {
      LocalDates.walk(zone, time, first, last);
    }
  }
}
