package dev.paperboy.source;

import dev.paperboy.paper.Sighting;
import java.time.Instant;
import java.util.List;

/**
 * What a source listed, in its own order, each paper once.
 *
 * @param skipped rows that could not be read and were left out
 * @param asOf when the source gave it; older than now where the answer is stale
 */
public record Listing(List<Sighting> papers, int skipped, Instant asOf) {
  public Listing {
    papers = List.copyOf(papers);
  }
}
