package dev.paperboy.when;

/** How often a digest comes. */
public enum Cadence {
  /** As papers appear, one message an hour at most. */
  HOURLY,
  DAILY,
  /** Monday to Friday. */
  WEEKDAYS,
  WEEKLY
}
