package dev.paperboy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of long lines promises. */
public abstract class LongLinesContract {
  private static final Instant NOW = Instant.parse("2026-08-12T12:00:00Z");

  /** The lines under test, none at the start of each test. */
  protected abstract LongLines lines();

  @Test
  protected void givesBackALineOfAnyLength() {
    String line = "subscribe " + "état 空間 🦉 ".repeat(400);

    String id = lines().idOf(line, NOW);

    assertThat(id).matches("[A-Za-z0-9_-]{16}");
    assertThat(lines().lineOf(id, NOW)).contains(line);
    assertThat(lines().idOf(line, NOW)).isEqualTo(id);
    assertThat(lines().idOf(line + "x", NOW)).isNotEqualTo(id);
    assertThat(lines().lineOf("AAAAAAAAAAAAAAAA", NOW)).isEmpty();
  }

  @Test
  protected void knowsALineForNinetyDaysAfterItWasLastShown() {
    String id = lines().idOf("search agents", NOW);
    Instant over = NOW.plus(LongLines.KEPT).plusMillis(1);
    assertThat(lines().lineOf(id, NOW.plus(LongLines.KEPT))).contains("search agents");
    assertThat(lines().lineOf(id, over)).isEmpty();

    lines().idOf("search agents", NOW.plusSeconds(60));

    assertThat(lines().lineOf(id, over)).contains("search agents");
  }
}
