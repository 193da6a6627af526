package dev.paperboy.edition;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How a paper does for its age: the percentile of its upvotes among the papers of the last {@value
 * #WINDOW_DAYS} days at the same age. An age counts from 00:00 UTC of the first date that listed
 * the paper. Ties count half.
 *
 * <p>Votes are not known at every moment: a paper's votes at an age are those of its observation
 * nearest to it, and it is left out of the comparison where none lies within a third of that age
 * (12 hours at the least).
 */
public final class Momentum {
  /** How far back papers are compared. */
  public static final int WINDOW_DAYS = 60;

  private static final Duration LEAST_TOLERANCE = Duration.ofHours(12);

  /** What was seen of one paper, oldest first. */
  private record Observed(Instant start, List<Signal> seen) {
    /** The observation nearest to a moment; of two as near, the later. */
    Signal nearest(long moment) {
      Signal best = seen.get(0);
      for (Signal signal : seen) {
        if (Math.abs(signal.at().toEpochMilli() - moment)
            <= Math.abs(best.at().toEpochMilli() - moment)) {
          best = signal;
        }
      }
      return best;
    }
  }

  private final Instant now;
  private final List<Observed> others = new ArrayList<>();

  /**
   * @param listed the papers listed within the window
   * @param signals what was kept of them, oldest first
   */
  public Momentum(
      Collection<CatalogPaper> listed, Map<PaperId, List<Signal>> signals, Instant now) {
    this.now = now;
    for (CatalogPaper paper : listed) {
      LocalDate date = paper.listed();
      if (date == null) {
        continue;
      }
      List<Signal> seen = new ArrayList<>(signals.getOrDefault(paper.id(), List.of()));
      if (!paper.signal().equals(Signal.NONE)) {
        seen.add(paper.signal());
      }
      if (!seen.isEmpty()) {
        others.add(new Observed(startOf(date), seen));
      }
    }
  }

  /** 0 to 1; a half where nothing can be compared, and for papers that no list held. */
  public double of(CatalogPaper paper) {
    LocalDate date = paper.listed();
    if (date == null) {
      return 0.5;
    }
    Duration age = Duration.between(startOf(date), now);
    long tolerance =
        Math.max(LEAST_TOLERANCE.toMillis(), age.isNegative() ? 0 : age.toMillis() / 3);
    int mine = paper.signal().upvotes();
    int compared = 0;
    double below = 0;
    for (Observed other : others) {
      long moment = other.start().plus(age).toEpochMilli();
      Signal then = other.nearest(moment);
      if (Math.abs(then.at().toEpochMilli() - moment) <= tolerance) {
        compared++;
        below += then.upvotes() < mine ? 1 : then.upvotes() == mine ? 0.5 : 0;
      }
    }
    return compared == 0 ? 0.5 : below / compared;
  }

  private static Instant startOf(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
