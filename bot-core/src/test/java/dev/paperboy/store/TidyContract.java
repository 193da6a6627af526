package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Inbox;
import dev.paperboy.chat.LongLines;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What tidying does to what the ports themselves can keep. */
abstract class TidyContract {
  private static final Instant NOW = Instant.parse("2026-08-12T12:00:00Z");

  /** The store under test, new at the start of each test. */
  protected abstract Store store();

  @Test
  protected void removesWhatHasServedItsTimeAndNothingElse() {
    store().inbox().firstTime("chat", "e1", NOW);
    store().longLines().idOf("search agents", NOW);
    String line = store().longLines().idOf("search robots", NOW.plusSeconds(1));

    assertThat(store().tidy(NOW.plus(Inbox.KEPT))).isZero();
    assertThat(store().tidy(NOW.plus(Inbox.KEPT).plusMillis(1))).isEqualTo(1);
    assertThat(store().tidy(NOW.plus(LongLines.KEPT).plusMillis(1))).isEqualTo(1);
    assertThat(store().longLines().lineOf(line, NOW)).contains("search robots");
  }

  @Test
  protected void removesMoreThanFitsOneTransaction() {
    for (int n = 0; n < 20; n++) {
      store().inbox().firstTime("chat", "e" + n, NOW);
    }
    assertThat(new Housekeeping(store().database(), 5).tidy(NOW.plus(LongLines.KEPT)))
        .isEqualTo(20);
  }
}
