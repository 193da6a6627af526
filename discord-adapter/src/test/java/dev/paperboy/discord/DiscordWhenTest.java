package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordWhenTest {
  @ParameterizedTest
  @CsvSource({
    "09:00 Europe/Berlin, 09:00, Europe/Berlin",
    "9 berlin, 09:00, Europe/Berlin",
    "8:30 New York, 08:30, America/New_York",
    "9 pm tokyo, 21:00, Asia/Tokyo",
    "12am utc, 00:00, UTC",
    "0730, 07:30, ''",
    "Berlin, '', Europe/Berlin",
    "'', '', ''"
  })
  void timesAndCitiesAreReadAsPeopleTypeThem(String typed, String time, String zone) {
    DiscordWhen when = DiscordWhen.of(typed);
    assertThat(when.problem()).isEmpty();
    assertThat(when.time()).isEqualTo(time);
    assertThat(when.zone()).isEqualTo(zone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"25:00", "09:75 Berlin", "nine o'clock", "09:00 Atlantis", "13pm"})
  void whatIsNoTimeAndNoZoneIsSaidAndNeverSearchedFor(String typed) {
    assertThat(DiscordWhen.of(typed).problem()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12 August", "last week", "12.8.2026"})
  void whatIsNoDateIsSaidAndNeverSearchedFor(String typed) {
    assertThat(DiscordWhen.problemOfDate(typed)).isPresent();
    assertThat(DiscordWhen.problemOfDate("2026-w33")).isEmpty();
    assertThat(DiscordWhen.problemOfDate("Yesterday")).isEmpty();
  }
}
