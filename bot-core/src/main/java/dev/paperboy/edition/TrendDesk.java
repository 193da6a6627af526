package dev.paperboy.edition;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Ranks papers by {@link Momentum}; ties by upvotes, then by id. */
public final class TrendDesk {
  private final Catalog catalog;
  private final InstantSource clock;

  public TrendDesk(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * A paper and where it stands.
   *
   * @param momentum 0 to 1
   */
  public record Ranked(CatalogPaper paper, double momentum) {}

  /** The papers listed on the last {@code days} UTC dates, today included, best first. */
  public List<Ranked> trending(int days) {
    LocalDate today = today();
    return ranked(catalog.listedBetween(today.minusDays(days - 1L), today));
  }

  /** These papers, best first. */
  public List<Ranked> ranked(Collection<CatalogPaper> papers) {
    if (papers.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    LocalDate from = today().minusDays(Momentum.WINDOW_DAYS - 1L);
    Momentum momentum =
        new Momentum(catalog.listedBetween(from, today()), catalog.signalsOfListedSince(from), now);
    return papers.stream()
        .map(paper -> new Ranked(paper, momentum.of(paper)))
        .sorted(
            Comparator.comparingDouble(Ranked::momentum)
                .reversed()
                .thenComparing(
                    Comparator.comparingInt((Ranked r) -> r.paper().signal().upvotes()).reversed())
                .thenComparing(r -> r.paper().id()))
        .toList();
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
