package dev.paperboy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every inbox promises. */
public abstract class InboxContract {
  private static final Instant NOW = Instant.parse("2026-08-12T12:00:00Z");

  /** The inbox under test, empty at the start of each test. */
  protected abstract Inbox inbox();

  @Test
  protected void seesAnEventForTheFirstTimeOnce() {
    assertThat(inbox().firstTime("chat", "e1", NOW)).isTrue();
    assertThat(inbox().firstTime("chat", "e1", NOW)).isFalse();
    assertThat(inbox().firstTime("chat", "e1", NOW.plus(Duration.ofHours(23)))).isFalse();
    assertThat(inbox().firstTime("chat", "e2", NOW)).isTrue();
    assertThat(inbox().firstTime("mail", "e1", NOW)).isTrue();
  }

  @Test
  protected void forgetsAnEventAfterADay() {
    assertThat(inbox().firstTime("chat", "e1", NOW)).isTrue();

    Instant later = NOW.plus(Inbox.KEPT).plusMillis(1);
    assertThat(inbox().firstTime("chat", "e1", later)).isTrue();
    assertThat(inbox().firstTime("chat", "e1", later)).isFalse();
  }
}
