package dev.paperboy.edition;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is new about the papers of a list that no digest has shown before. */
public final class Marks {
  /** A paper climbs where it has at least so many times the upvotes of a day before … */
  public static final int CLIMBING_TIMES = 3;

  /** … and at least so many more. */
  public static final int CLIMBING_MORE = 15;

  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration TOLERANCE = Duration.ofHours(12);

  private final Catalog catalog;
  private final InstantSource clock;

  public Marks(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /** The marks of each paper that has any. */
  public Map<PaperId, List<String>> of(Collection<CatalogPaper> papers) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate since = today.minusDays(14);
    List<CatalogPaper> recent =
        papers.stream().filter(p -> p.listed() != null && !p.listed().isBefore(since)).toList();
    if (recent.isEmpty()) {
      return Map.of();
    }
    Map<PaperId, List<Signal>> signals = catalog.signalsOfListedSince(since);
    Map<PaperId, List<String>> marks = new HashMap<>();
    for (CatalogPaper paper : recent) {
      if (today.equals(paper.listed())) {
        marks.put(paper.id(), List.of("new"));
        continue;
      }
      Signal before = dayBefore(signals.getOrDefault(paper.id(), List.of()), paper.signal());
      int upvotes = paper.signal().upvotes();
      if (before != null
          && upvotes >= CLIMBING_TIMES * before.upvotes()
          && upvotes >= before.upvotes() + CLIMBING_MORE) {
        marks.put(
            paper.id(), List.of("climbing, " + before.upvotes() + " → " + upvotes + " in a day"));
      }
    }
    return marks;
  }

  private static @Nullable Signal dayBefore(List<Signal> signals, Signal latest) {
    Instant wanted = latest.at().minus(DAY);
    Signal best = null;
    for (Signal signal : signals) {
      Duration off = Duration.between(wanted, signal.at()).abs();
      if (off.compareTo(TOLERANCE) <= 0
          && (best == null || off.compareTo(Duration.between(wanted, best.at()).abs()) < 0)) {
        best = signal;
      }
    }
    return best;
  }
}
