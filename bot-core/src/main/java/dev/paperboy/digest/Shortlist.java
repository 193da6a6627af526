package dev.paperboy.digest;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a digest chooses from, the same for all destinations with one query and window.
 *
 * @param from the first UTC date of the window
 * @param listed how many papers were listed in it
 * @param matching those that the query lets through, best first
 * @param nearest where none matches, the one that comes nearest
 * @param asOf when the newest list was given; null where none is kept
 * @param today how many papers today's list holds
 * @param trouble why the source cannot be asked; null where all is well
 */
record Shortlist(
    LocalDate from,
    int listed,
    List<CatalogPaper> matching,
    Optional<PaperId> nearest,
    @Nullable Instant asOf,
    Origin origin,
    boolean filling,
    int today,
    @Nullable String trouble) {
  Shortlist {
    matching = List.copyOf(matching);
  }
}
