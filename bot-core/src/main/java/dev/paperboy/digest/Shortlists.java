package dev.paperboy.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.edition.Edition;
import dev.paperboy.edition.EditionDesk;
import dev.paperboy.edition.TrendDesk;
import dev.paperboy.edition.TrendDesk.Ranked;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.progress.Progress;
import dev.paperboy.query.Query;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes shortlists, each once for all who ask for the same within a few minutes. */
final class Shortlists {
  private static final int KEPT = 500;

  /** A ranking older than this is made anew: it depends on the age of the papers. */
  private static final long MINUTES = 5;

  private record Asked(Query query, LocalDate from, LocalDate to, long change, long minutes) {}

  private record State(
      @Nullable Instant asOf,
      Origin origin,
      boolean filling,
      int today,
      @Nullable String trouble,
      long minutes) {}

  private final Catalog catalog;
  private final PaperIndex index;
  private final EditionDesk desk;
  private final TrendDesk trends;
  private final InstantSource clock;
  private final Cache<Asked, Shortlist> kept = Caffeine.newBuilder().maximumSize(KEPT).build();
  private @Nullable State state;

  Shortlists(
      Catalog catalog, PaperIndex index, EditionDesk desk, TrendDesk trends, InstantSource clock) {
    this.catalog = catalog;
    this.index = index;
    this.desk = desk;
    this.trends = trends;
    this.clock = clock;
  }

  /** The shortlist of a window of UTC dates. */
  Shortlist of(Query query, LocalDate from, LocalDate to) {
    State now = state();
    Asked asked = new Asked(query, from, to, catalog.changeNumber(), now.minutes());
    return kept.get(asked, key -> make(key, now));
  }

  /** Of the papers listed between two dates those that the query lets through, best first. */
  List<CatalogPaper> matching(Query query, LocalDate from, LocalDate to) {
    return ranked(query, catalog.listedBetween(from, to));
  }

  private Shortlist make(Asked asked, State now) {
    index.catchUp(Progress.SILENT);
    List<CatalogPaper> listed = catalog.listedBetween(asked.from(), asked.to());
    List<CatalogPaper> matching = ranked(asked.query(), listed);
    Optional<PaperId> nearest =
        matching.isEmpty()
            ? index.nearest(asked.query(), listed.stream().map(CatalogPaper::id).toList())
            : Optional.empty();
    return new Shortlist(
        asked.from(),
        listed.size(),
        matching,
        nearest,
        now.asOf(),
        now.origin(),
        now.filling(),
        now.today(),
        now.trouble());
  }

  private List<CatalogPaper> ranked(Query query, List<CatalogPaper> papers) {
    // what the sample holds is real, but nobody fetched it
    List<CatalogPaper> real =
        papers.stream().filter(paper -> paper.origin() != Origin.SAMPLE).toList();
    List<CatalogPaper> matching = real;
    if (!(query instanceof Query.Everything)) {
      Set<PaperId> ids =
          new HashSet<>(index.matching(query, real.stream().map(CatalogPaper::id).toList()));
      matching = real.stream().filter(paper -> ids.contains(paper.id())).toList();
    }
    return trends.ranked(matching).stream().map(Ranked::paper).toList();
  }

  /** How the source is, asked once in a few minutes for all digests. */
  private synchronized State state() {
    long minutes = clock.instant().getEpochSecond() / 60 / MINUTES;
    State known = state;
    if (known == null || known.minutes() != minutes) {
      known = ask(minutes);
      state = known;
    }
    return known;
  }

  private State ask(long minutes) {
    try {
      Edition edition = desk.edition(new Period.Day(desk.today()), Patience.COMMAND);
      return new State(
          edition.asOf(),
          edition.origin(),
          !edition.settled(),
          edition.papers().size(),
          edition.trouble(),
          minutes);
    } catch (SourceFailure failure) {
      return new State(
          newest(), Origin.HUGGINGFACE, false, 0, String.valueOf(failure.getMessage()), minutes);
    }
  }

  private @Nullable Instant newest() {
    return catalog
        .newestList()
        .flatMap(date -> catalog.list(new Period.Day(date)))
        .map(list -> list.fetchedAt())
        .orElse(null);
  }
}
