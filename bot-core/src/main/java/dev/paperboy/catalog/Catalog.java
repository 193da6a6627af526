package dev.paperboy.catalog;

import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The store of papers, signals and lists. Shared by several processes; each method sees what was
 * committed before it began. A store that cannot do its work throws {@link StoreFailure}.
 */
public interface Catalog {
  Optional<CatalogPaper> find(PaperId id);

  /** The known ones of these, by id. */
  Map<PaperId, CatalogPaper> find(Collection<PaperId> ids);

  long count();

  /** Papers first listed in these UTC dates, both included, withdrawn ones left out. */
  List<CatalogPaper> listedBetween(LocalDate from, LocalDate to);

  /** Every signal kept of papers first listed on or after a date, oldest first for each paper. */
  Map<PaperId, List<Signal>> signalsOfListedSince(LocalDate from);

  /** Every signal kept of one paper, oldest first. */
  List<Signal> signals(PaperId id);

  /** What was known of these papers' popularity at a moment; those unknown then are left out. */
  Map<PaperId, Signal> signalsAt(Collection<PaperId> ids, Instant moment);

  Optional<KeptList> list(Period period);

  /** The latest date whose list is kept and not empty. */
  Optional<LocalDate> newestList();

  /** Of these dates those whose list is kept, empty or not. */
  List<LocalDate> listsKeptBetween(LocalDate from, LocalDate to);

  /**
   * The number of the latest committed change. Numbers are given in commit order, so that a reader
   * that has seen up to n misses nothing by asking for what came after n.
   */
  long changeNumber();

  /**
   * Tells each paper written after the given change number, in order of change, withdrawn ones
   * included. Returns the change number up to which it told.
   */
  long changedAfter(long change, Consumer<CatalogPaper> each);

  /** Does the work in one transaction: all of it is kept, or, where it throws, nothing. */
  <T> T write(Function<Writer, T> work);

  /** What may be written within one transaction. */
  interface Writer {
    /**
     * Adds or updates a paper and appends its signals. A fact that the sighting lacks (no abstract,
     * no code) does not wipe one that is known. A signal equal to the latest one kept is not
     * appended anew. The earliest listed date wins.
     */
    void paper(Sighting sighting, Origin origin);

    /** Keeps the list of a period, in place of the one kept before. */
    void list(Period period, List<PaperId> papers, Instant fetchedAt, Origin origin);
  }
}
