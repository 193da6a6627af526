package dev.paperboy.edition;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.catalog.KeptList;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.progress.Progress;
import dev.paperboy.source.Listing;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives editions as fresh as they should be: from the catalog while that is fresh enough, else from
 * the source, else from the catalog with its age.
 */
public final class EditionDesk {
  private final Catalog catalog;
  private final PaperSource source;
  private final InstantSource clock;

  public EditionDesk(Catalog catalog, PaperSource source, InstantSource clock) {
    this.catalog = catalog;
    this.source = source;
    this.clock = clock;
  }

  /**
   * The edition of a period that has begun.
   *
   * @throws SourceFailure where nothing is kept and the source gives nothing
   */
  public Edition edition(Period period, Patience patience) {
    Optional<KeptList> kept = catalog.list(period);
    if (kept.isPresent() && (isSettled(kept.get()) || isFresh(kept.get()))) {
      return kept(kept.get(), null, false, 0);
    }
    try {
      int skipped = fetch(period, patience);
      return kept(catalog.list(period).orElseThrow(), null, true, skipped);
    } catch (SourceFailure failure) {
      if (kept.isPresent()) {
        return kept(kept.get(), failure.getMessage(), false, 0);
      }
      if (!(period instanceof Period.Day)) {
        Optional<Edition> composed = composed(period, failure);
        if (composed.isPresent()) {
          return composed.get();
        }
      }
      throw failure;
    }
  }

  /** The UTC date it is now. */
  public LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /**
   * Fetches those of the last dates whose lists are not kept, newest first, and stops at the first
   * failure that is more than a refusal of one date. Returns how many lists were fetched.
   */
  public int fillGaps(Patience patience, Progress progress) {
    LocalDate today = today();
    LocalDate from = today.minusDays(Freshness.FILLED_DATES - 1L);
    Set<LocalDate> kept = new HashSet<>(catalog.listsKeptBetween(from, today));
    List<LocalDate> missing =
        from.datesUntil(today.plusDays(1))
            .filter(date -> !kept.contains(date))
            .sorted(Comparator.reverseOrder())
            .toList();
    int fetched = 0;
    try {
      for (LocalDate date : missing) {
        progress.at(
            "Fetching the lists of the last " + Freshness.FILLED_DATES + " days",
            fetched,
            missing.size());
        try {
          fetch(new Period.Day(date), patience);
          fetched++;
        } catch (SourceFailure failure) {
          if (!failure.refused()) {
            return fetched;
          }
        }
      }
    } finally {
      progress.over();
    }
    return fetched;
  }

  /** Whether one of the last dates has no list yet. */
  public boolean hasGaps() {
    LocalDate today = today();
    LocalDate from = today.minusDays(Freshness.FILLED_DATES - 1L);
    return catalog.listsKeptBetween(from, today).size() < Freshness.FILLED_DATES;
  }

  /**
   * Asks for a list again, whatever the age of the one kept. Returns the rows that were skipped.
   *
   * @throws SourceFailure also where the source only repeats an answer that is no longer fresh
   */
  int fetch(Period period, Patience patience) {
    Listing listing = source.papersOn(period, patience);
    Origin origin = source.origin();
    if (!listing.asOf().plus(Freshness.SERVED_FOR).isAfter(clock.instant())) {
      throw new SourceFailure(origin.word() + ": gives no newer list", null, false, null);
    }
    catalog.write(writer -> {
      for (Sighting sighting : listing.papers()) {
        writer.paper(listedOn(period, sighting), origin);
      }
      writer.list(
          period,
          listing.papers().stream().map(s -> s.paper().id()).toList(),
          listing.asOf(),
          origin);
      return true;
    });
    return listing.skipped();
  }

  /** A daily list is the proof of the date; a row's own word for it counts elsewhere. */
  private static Sighting listedOn(Period period, Sighting sighting) {
    return period instanceof Period.Day day
        ? new Sighting(sighting.paper(), sighting.signals(), day.date())
        : sighting;
  }

  private boolean isSettled(KeptList list) {
    return !list.fetchedAt().isBefore(list.period().end().plus(Freshness.SETTLED_AFTER));
  }

  private boolean isFresh(KeptList list) {
    return list.fetchedAt().plus(Freshness.SERVED_FOR).isAfter(clock.instant());
  }

  private Edition kept(KeptList list, @Nullable String trouble, boolean asked, int skipped) {
    return new Edition(
        list.period(),
        shown(list.papers()),
        list.fetchedAt(),
        list.origin(),
        isSettled(list),
        trouble,
        false,
        asked,
        skipped);
  }

  private List<CatalogPaper> shown(List<PaperId> ids) {
    Map<PaperId, CatalogPaper> known = catalog.find(ids);
    return ids.stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .filter(paper -> !paper.paper().withdrawn())
        .toList();
  }

  /** A week or month from the daily lists that are kept, by upvotes as the source orders it. */
  private Optional<Edition> composed(Period period, SourceFailure failure) {
    TreeMap<LocalDate, KeptList> days = new TreeMap<>();
    for (LocalDate date : catalog.listsKeptBetween(period.first(), period.last())) {
      catalog.list(new Period.Day(date)).ifPresent(list -> days.put(date, list));
    }
    Set<PaperId> ids = new LinkedHashSet<>();
    days.values().forEach(list -> ids.addAll(list.papers()));
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    List<CatalogPaper> papers = new ArrayList<>(shown(List.copyOf(ids)));
    papers.sort(
        Comparator.comparingInt((CatalogPaper p) -> p.signal().upvotes())
            .reversed()
            .thenComparing(CatalogPaper::id));
    Instant oldest =
        days.values().stream()
            .map(KeptList::fetchedAt)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Origin origin = days.lastEntry().getValue().origin();
    return Optional.of(
        new Edition(
            period,
            papers,
            oldest,
            origin,
            days.values().stream().allMatch(this::isSettled)
                && !period.end().isAfter(clock.instant()),
            failure.getMessage(),
            true,
            false,
            0));
  }
}
