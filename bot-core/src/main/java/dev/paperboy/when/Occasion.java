package dev.paperboy.when;

/**
 * What a digest is unique for within its subscription: {@code 2026-08-12} (a local date), {@code
 * 2026-08-12T09} (date and hour), or {@code 2026-08-12#1} (the n-th manual run or catch-up of a
 * date).
 */
public record Occasion(String text) {
  @Override
  public String toString() {
    return text;
  }
}
