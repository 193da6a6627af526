package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "state space models               | state space models",
        "\"state space\" models -vision     | state space models",
        "models -(vision, speech)         | models",
        "agents, planning                 | agents planning",
        "title:owls author:smith has:code | owls",
        "upvotes:>=50 has:code            | ''",
        "-vision                          | ''"
      })
  void isWhatWasAskedInItsOrderAndNotWhatWasExcluded(String query, String said) {
    assertThat(Said.of(SearchMeasure.parsed(query))).isEqualTo(said);
  }
}
