package dev.paperboy.search;

import java.util.List;

/**
 * What was found.
 *
 * @param hits one page, best first
 * @param total how many papers there are on all pages, exactly
 * @param close whether any is close to what was asked; where none is, the hits are the nearest
 */
public record Found(List<Hit> hits, long total, boolean close) {
  public Found {
    hits = List.copyOf(hits);
  }

  public Found(List<Hit> hits, long total) {
    this(hits, total, true);
  }
}
