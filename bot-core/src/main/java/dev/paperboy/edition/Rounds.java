package dev.paperboy.edition;

import dev.paperboy.progress.Progress;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a running bot asks its source for by itself: gaps at the start, today's list and the signals
 * of the last dates as often as {@link Freshness} says. Call {@link #make} every minute or so; a
 * failure is logged and the next round goes on.
 */
public final class Rounds {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  private final EditionDesk desk;
  private final InstantSource clock;
  private Instant nextToday = Instant.MIN;
  private Instant nextSignals = Instant.MIN;
  private boolean filled;

  public Rounds(EditionDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** Does what is due. Returns whether anything was fetched. */
  public synchronized boolean make(Progress progress) {
    Instant now = clock.instant();
    boolean fetched = false;
    try {
      if (!filled || desk.hasGaps()) {
        fetched = desk.fillGaps(Patience.BACKGROUND, progress) > 0;
        filled = true;
      }
      if (!now.isBefore(nextToday)) {
        nextToday = now.plus(Freshness.TODAY_EVERY);
        desk.fetch(new Period.Day(desk.today()), Patience.BACKGROUND);
        fetched = true;
      }
      if (!now.isBefore(nextSignals)) {
        nextSignals = now.plus(Freshness.SIGNALS_EVERY);
        LocalDate today = desk.today();
        for (int back = 1; back < Freshness.SIGNAL_DATES; back++) {
          desk.fetch(new Period.Day(today.minusDays(back)), Patience.BACKGROUND);
          fetched = true;
        }
      }
    } catch (SourceFailure failure) {
      log.warn("round cut short: {}", failure.getMessage());
    }
    return fetched;
  }
}
