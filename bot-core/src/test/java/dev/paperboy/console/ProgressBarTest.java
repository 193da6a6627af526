package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Instant now = CannedPapers.AS_OF;
  private final ProgressBar bar = new ProgressBar(new Output(err), true, 60, () -> now);
  private final ProgressBar plain = new ProgressBar(new Output(err), false, 60, () -> now);

  @Test
  void aQuickJobShowsNothing() {
    bar.at("fetching", 0, 14);
    later(900);
    bar.at("fetching", 14, 14);
    bar.over();

    assertThat(seen()).isEmpty();
  }

  @Test
  void drawsOneLineAndTakesItAway() {
    bar.at("fetching 14 days", 0, 14);
    later(1_000);
    bar.at("fetching 14 days", 7, 14);
    bar.over();

    assertThat(seen())
        .isEqualTo("\rfetching 14 days  ━━━━━━━━━━──────────  7 of 14\u001b[K\r\u001b[K");
  }

  @Test
  void drawsTenTimesASecondAtMost() {
    bar.at("embedding", 0, 0);
    later(1_000);
    for (int i = 0; i < 1_000; i++) {
      bar.at("embedding", i, 0);
      later(1);
    }

    assertThat(seen().split("\r", -1)).hasSize(11);
  }

  @Test
  void elsewhereSaysTheStartTheQuartersAndTheEnd() {
    plain.at("embedding", 0, 100);
    later(1_500);
    for (int i = 1; i <= 100; i++) {
      plain.at("embedding", i, 100);
    }
    plain.over();

    assertThat(seen())
        .isEqualTo(
            """
            embedding …
            embedding: 25 of 100
            embedding: 50 of 100
            embedding: 75 of 100
            embedding: done
            """);
  }

  @Test
  void eachJobHasItsOwnSecond() {
    plain.at("one", 0, 2);
    later(1_000);
    plain.at("one", 1, 2);
    plain.over();
    plain.at("two", 0, 2);
    plain.over();

    assertThat(seen()).isEqualTo("one …\none: done\n");
  }

  @Test
  void survivesOddNumbersAndHostileNames() {
    bar.at("a\u001b[2Jb\n", -5, 3);
    later(1_000);
    bar.at("a\u001b[2Jb\n", Long.MAX_VALUE, 3);

    assertThat(seen()).doesNotContain("[2J").doesNotContain("\n").contains("━".repeat(20));
  }

  private void later(long millis) {
    now = now.plusMillis(millis);
  }

  private String seen() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
