package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InWordsTest {
  @Test
  void countsInTheSingularAndThePlural() {
    assertThat(InWords.count(1, "comment")).isEqualTo("1 comment");
    assertThat(InWords.count(0, "comment")).isEqualTo("0 comments");
    assertThat(InWords.count(1_234_567, "star")).isEqualTo("1,234,567 stars");
    assertThat(InWords.grouped(-1_234)).isEqualTo("-1,234");
    assertThat(InWords.grouped(999)).isEqualTo("999");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-12, 'Wed 12 Aug 2026, today'",
    "2026-08-11, 'Tue 11 Aug 2026, yesterday'",
    "2026-08-01, 'Sat 1 Aug 2026, 11 days ago'",
    "2026-02-12, 'Thu 12 Feb 2026, 6 months ago'",
    "2023-08-12, 'Sat 12 Aug 2023, 3 years ago'",
    "2026-08-13, 'Thu 13 Aug 2026, soon'"
  })
  void saysDatesWithTheirAge(LocalDate date, String words) {
    assertThat(FullCard.dateAndAge(date, CannedPapers.TODAY)).isEqualTo(words);
  }
}
