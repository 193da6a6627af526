package dev.paperboy.digest;

import java.time.Duration;

/** The named numbers of the one rule. */
public final class Numbers {
  /** A digest looks back so many UTC dates, today included, or to the last digest … */
  public static final int WINDOW_DATES = 7;

  /** … but never over more dates than these. */
  public static final int LONGEST_WINDOW_DATES = 35;

  /** A paper climbs where it has at least so many times the upvotes of the last digest … */
  public static final int CLIMBING_TIMES = 3;

  /** … and at least so many more. */
  public static final int CLIMBING_MORE = 15;

  /** A paper comes back where it has at least so many times the upvotes it was shown with … */
  public static final int BACK_TIMES = 5;

  /** … and at least so many more. */
  public static final int BACK_MORE = 50;

  /** One message of a digest shows so many papers at most; further ones follow in its thread. */
  public static final int PAPERS_OF_A_PART = 10;

  /** How many papers that were held back are noted, best first. */
  static final int NOTED = 50;

  /** How long a digest without papers waits for a source that cannot be asked. */
  static final Duration WAITS_FOR_SOURCE = Duration.ofHours(2);

  /** How often it looks meanwhile. */
  static final Duration LOOKS_EVERY = Duration.ofMinutes(10);

  private Numbers() {}
}
