package dev.paperboy.edition;

import java.time.Duration;

/** The named numbers of how fresh a list is kept. */
public final class Freshness {
  /** A list fetched so long after its last UTC date ended is asked for no more. */
  public static final Duration SETTLED_AFTER = Duration.ofHours(24);

  /** How long an unsettled list is served without asking again. */
  public static final Duration SERVED_FOR = Duration.ofMinutes(10);

  /** How many dates a first start, and every gap, fetches. */
  public static final int FILLED_DATES = 14;

  /** How often a running bot asks for today's list. */
  public static final Duration TODAY_EVERY = Duration.ofMinutes(15);

  /** How often a running bot asks for the signals of the last {@link #SIGNAL_DATES} dates. */
  public static final Duration SIGNALS_EVERY = Duration.ofHours(6);

  public static final int SIGNAL_DATES = 7;

  private Freshness() {}
}
