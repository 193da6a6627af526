package dev.paperboy.command;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Command.PaperRef;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.search.Hit;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.source.Listing;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paper a person means: in what is known, else at the sources, in their order. What a
 * source gives is kept in the catalog.
 */
final class PaperFinder {
  private static final int CANDIDATES = 4;
  private static final int ASKED_FOR = 20;

  /** What came of looking. */
  sealed interface Found {
    /**
     * The paper.
     *
     * @param others what else the words may have meant, best first
     */
    record One(CatalogPaper paper, List<CatalogPaper> others) implements Found {}

    /**
     * No such paper.
     *
     * @param why in plain English
     */
    record None(String why) implements Found {}

    /** The list it was numbered in is not there, or shorter. */
    record NoSuchRank(String why) implements Found {}

    /** Not known here, and a source that might know could not be asked. */
    record Unknown(String what, SourceFailure failure) implements Found {}
  }

  private final Holdings holdings;
  private final LastLists lastLists;
  private final List<PaperSource> sources;

  PaperFinder(Holdings holdings, LastLists lastLists, List<PaperSource> sources) {
    this.holdings = holdings;
    this.lastLists = lastLists;
    this.sources = List.copyOf(sources);
  }

  Found find(PaperRef reference, String person) {
    return switch (reference) {
      case PaperRef.ById byId -> byId(byId.id());
      case PaperRef.ByRank byRank ->
          lastLists
              .paper(person, byRank.rank())
              .map(this::byId)
              .orElseGet(() ->
                  new Found.NoSuchRank(
                      lastLists.paper(person, 1).isPresent()
                          ? "The last list has no #" + byRank.rank() + "."
                          : "There is no last list yet for #" + byRank.rank() + " to count in."));
      case PaperRef.ByTitle byTitle -> byTitle(byTitle.words(), person);
    };
  }

  private Found byId(PaperId id) {
    Optional<CatalogPaper> known = holdings.find(id);
    if (known.isPresent()) {
      return new Found.One(known.get(), List.of());
    }
    if (!id.isArxiv()) {
      return new Found.None("No paper with the id " + id + " is known.");
    }
    @Nullable SourceFailure trouble = null;
    for (PaperSource source : sources) {
      try {
        Optional<Sighting> seen = source.paper(id, Patience.COMMAND);
        if (seen.isPresent()) {
          keep(List.of(seen.get()), source.origin());
          return holdings
              .catalog()
              .find(id)
              .<Found>map(paper -> new Found.One(paper, List.of()))
              .orElseGet(() -> new Found.None("The paper " + id + " has been withdrawn."));
        }
      } catch (SourceFailure failure) {
        trouble = trouble == null || !failure.refused() ? failure : trouble;
      }
    }
    return trouble == null || trouble.refused()
        ? new Found.None("Neither Hugging Face nor arXiv holds a paper with the id " + id + ".")
        : new Found.Unknown("The paper " + id, trouble);
  }

  private Found byTitle(String words, String person) {
    if (words.length() <= 40 && words.matches("[A-Za-z0-9._-]+")) {
      Optional<CatalogPaper> named = holdings.find(new PaperId(words));
      if (named.isPresent()) {
        return new Found.One(named.get(), List.of());
      }
    }
    if (words.matches("\\d{1,3}") && Integer.parseInt(words) > 0) {
      // a shell takes #3 for a comment, so a bare number counts in the last list too
      Optional<PaperId> ranked = lastLists.paper(person, Integer.parseInt(words));
      if (ranked.isPresent()) {
        return byId(ranked.get());
      }
    }
    Optional<Found> here = titled(words);
    if (here.isPresent()) {
      return here.get();
    }
    PaperSource first = sources.get(0);
    try {
      Listing listing = first.search(words, ASKED_FOR, Patience.COMMAND);
      keep(listing.papers(), first.origin());
    } catch (SourceFailure failure) {
      return failure.refused()
          ? new Found.None("No title known here meets “" + words + "”.")
          : new Found.Unknown("A paper titled “" + words + "”", failure);
    }
    return titled(words)
        .orElseGet(() -> new Found.None("No title meets “" + words + "”, here or at the source."));
  }

  private Optional<Found> titled(String words) {
    PaperIndex index = holdings.index();
    Map<PaperId, CatalogPaper> papers =
        holdings.find(index.titled(words, CANDIDATES).stream().map(Hit::id).toList());
    List<CatalogPaper> best = List.copyOf(papers.values());
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found.One(best.get(0), best.subList(1, best.size())));
  }

  /** Keeps what a source gave, all or nothing. */
  void keep(List<Sighting> sightings, Origin origin) {
    if (!sightings.isEmpty()) {
      holdings
          .catalog()
          .write(writer -> {
            sightings.forEach(sighting -> writer.paper(sighting, origin));
            return true;
          });
    }
  }
}
