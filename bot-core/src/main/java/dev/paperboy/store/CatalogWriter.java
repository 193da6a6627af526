package dev.paperboy.store;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes within one transaction. Papers are gathered and written some hundred at a time: what is
 * known of them is read at once, so that each costs no more than one statement and one for each new
 * signal.
 */
final class CatalogWriter implements Catalog.Writer {
  private record Seen(Sighting sighting, Origin origin) {}

  private record Appended(PaperId id, Signal signal) {}

  private final Handle handle;
  private final long change;
  private final List<Seen> gathered = new ArrayList<>();
  private boolean over;

  CatalogWriter(Handle handle, long change) {
    this.handle = handle;
    this.change = change;
  }

  @Override
  public void paper(Sighting sighting, Origin origin) {
    mustNotBeOver();
    gathered.add(new Seen(sighting, origin));
    if (gathered.size() == PaperRows.AT_ONCE) {
      writePapers();
    }
  }

  @Override
  public void list(Period period, List<PaperId> papers, Instant fetchedAt, Origin origin) {
    mustNotBeOver();
    handle
        .createUpdate(Sql.PUT_LIST)
        .bind("period", period.text())
        .bind("kind", kind(period))
        .bind("papers", TextList.write(papers.stream().map(PaperId::value).toList()))
        .bind("size", papers.size())
        .bind("fetchedAt", fetchedAt.toEpochMilli())
        .bind("origin", origin.word())
        .execute();
  }

  /** Writes what is still gathered. Nothing can be written after that. */
  void finish() {
    writePapers();
    over = true;
  }

  private void mustNotBeOver() {
    if (over) {
      throw new IllegalStateException("the transaction of this writer is over");
    }
  }

  private static String kind(Period period) {
    return switch (period) {
      case Period.Day day -> "day";
      case Period.Week week -> "week";
      case Period.Month month -> "month";
    };
  }

  private void writePapers() {
    if (gathered.isEmpty()) {
      return;
    }
    Set<PaperId> ids = new LinkedHashSet<>();
    gathered.forEach(seen -> ids.add(seen.sighting().paper().id()));
    Map<PaperId, CatalogPaper> before = PaperRows.find(handle, ids);
    Map<PaperId, CatalogPaper> after = new HashMap<>(before);
    List<Appended> signals = new ArrayList<>();
    for (Seen seen : gathered) {
      PaperId id = seen.sighting().paper().id();
      CatalogPaper known = after.get(id);
      Signal latest = known == null ? Signal.NONE : known.signal();
      if (!Facts.isSampleOfReal(known, seen.origin())) {
        latest = follow(id, latest, seen.sighting().signals(), signals);
      }
      after.put(id, Facts.merge(known, seen.sighting(), latest, seen.origin()));
    }
    gathered.clear();
    write(before, after);
    append(signals);
  }

  /** Adds to the signals those that say something new. Returns the latest known after them. */
  private static Signal follow(
      PaperId id, Signal known, List<Signal> seen, List<Appended> signals) {
    Signal latest = known;
    for (Signal each : seen) {
      Signal signal = inMillis(each);
      if (!latest.equals(Signal.NONE) && signal.at().isBefore(latest.at())) {
        signals.add(new Appended(id, signal));
        // the latest may have gone unsaid because the one before it said the same
        signals.add(new Appended(id, latest));
        continue;
      }
      Integer stars = signal.stars() == null ? latest.stars() : signal.stars();
      Signal next = new Signal(signal.upvotes(), signal.comments(), stars, signal.at());
      if (latest.equals(Signal.NONE) || !at(next.at(), latest).equals(next)) {
        signals.add(new Appended(id, next));
      }
      latest = next;
    }
    return latest;
  }

  /** Instants are kept in milliseconds; a finer one would differ from itself once kept. */
  private static Signal inMillis(Signal signal) {
    return at(signal.at().truncatedTo(ChronoUnit.MILLIS), signal);
  }

  private static Signal at(Instant at, Signal signal) {
    return new Signal(signal.upvotes(), signal.comments(), signal.stars(), at);
  }

  private void write(Map<PaperId, CatalogPaper> before, Map<PaperId, CatalogPaper> after) {
    PreparedBatch put = handle.prepareBatch(Sql.PUT_PAPER);
    PreparedBatch moved = handle.prepareBatch(Sql.MOVE_SIGNAL);
    for (CatalogPaper paper : after.values()) {
      CatalogPaper known = before.get(paper.id());
      if (paper.equals(known)) {
        continue;
      }
      if (known != null && sameButForTime(known, paper)) {
        moved
            .bind("id", paper.id().value())
            .bind("signalAt", paper.signal().at().toEpochMilli())
            .add();
      } else {
        PaperRows.bind(put, paper, change).add();
      }
    }
    execute(put);
    execute(moved);
  }

  private static boolean sameButForTime(CatalogPaper known, CatalogPaper paper) {
    Signal signal = at(known.signal().at(), paper.signal());
    return known.equals(new CatalogPaper(paper.paper(), paper.listed(), signal, paper.origin()));
  }

  private void append(List<Appended> signals) {
    PreparedBatch batch = handle.prepareBatch(Sql.APPEND_SIGNAL);
    for (Appended appended : signals) {
      Signal signal = appended.signal();
      batch
          .bind("id", appended.id().value())
          .bind("at", signal.at().toEpochMilli())
          .bind("upvotes", signal.upvotes())
          .bind("comments", signal.comments())
          .bind("stars", signal.stars())
          .add();
    }
    execute(batch);
  }

  private static void execute(PreparedBatch batch) {
    try (batch) {
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }
}
