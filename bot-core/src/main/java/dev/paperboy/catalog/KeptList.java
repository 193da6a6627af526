package dev.paperboy.catalog;

import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.util.List;

/**
 * The list of one period as last fetched or imported, in the source's order; empty where the source
 * published none.
 *
 * @param fetchedAt when the source gave it
 */
public record KeptList(Period period, List<PaperId> papers, Instant fetchedAt, Origin origin) {
  public KeptList {
    papers = List.copyOf(papers);
  }
}
