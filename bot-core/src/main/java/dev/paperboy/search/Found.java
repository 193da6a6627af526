package dev.paperboy.search;

import java.util.List;

/**
 * What was found.
 *
 * @param hits one page, best first
 * @param total how many papers there are on all pages, exactly
 */
public record Found(List<Hit> hits, long total) {
  public Found {
    hits = List.copyOf(hits);
  }
}
