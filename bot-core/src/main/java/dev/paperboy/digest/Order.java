package dev.paperboy.digest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who asks for a digest by hand wants of it.
 *
 * @param repost whether papers shown before count as not shown
 * @param from the first UTC date of listing that counts; null for the usual window. No further back
 *     than {@link Numbers#LONGEST_WINDOW_DATES} dates
 * @param to the last such date; null for today
 */
public record Order(boolean repost, @Nullable LocalDate from, @Nullable LocalDate to) {
  /** What a schedule wants. */
  public static final Order USUAL = new Order(false, null, null);

  /** The week that ends with a date. */
  public static Order ofWeekTo(LocalDate date, boolean repost) {
    return new Order(repost, date.minusDays(Numbers.WINDOW_DATES - 1L), date);
  }
}
