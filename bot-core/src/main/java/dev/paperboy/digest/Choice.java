package dev.paperboy.digest;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.digest.Decision.Verdict;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one rule: the best N papers among those listed in the window that match and that the
 * destination has not been shown yet. A pure function of what is known.
 */
final class Choice {
  /**
   * A paper and what was decided about it.
   *
   * @param marks what is new about it, in words
   */
  record Chosen(CatalogPaper paper, Verdict verdict, String reason, List<String> marks) {
    Chosen {
      marks = List.copyOf(marks);
    }
  }

  /**
   * What the destination has seen.
   *
   * @param last when its last digest was composed; null before the first
   * @param shown the latest showing of each paper that counts
   * @param considered papers that were on a shortlist for it before
   * @param signals what was known of a paper's popularity when its last digest was composed
   */
  record Past(
      @Nullable Instant last,
      Map<PaperId, Decision> shown,
      Set<PaperId> considered,
      Map<PaperId, Signal> signals) {}

  private Choice() {}

  /**
   * @param matching best first
   * @param cap how many to show at most
   * @param repost whether what was shown counts as not shown
   */
  static List<Chosen> of(List<CatalogPaper> matching, Past past, int cap, boolean repost) {
    List<Chosen> chosen = new ArrayList<>();
    int shown = 0;
    for (CatalogPaper paper : matching) {
      Decision before = past.shown().get(paper.id());
      List<String> marks = new ArrayList<>();
      String reason;
      if (before == null) {
        reason = fresh(paper, past, marks);
      } else {
        reason = back(paper, before, marks);
        if (reason.isEmpty() && !repost) {
          chosen.add(new Chosen(paper, Verdict.HELD, "already shown", List.of()));
          continue;
        }
        reason = reason.isEmpty() ? "asked for again" : reason;
      }
      if (shown < cap) {
        shown++;
        chosen.add(new Chosen(paper, Verdict.SHOWN, reason, marks));
      } else {
        chosen.add(new Chosen(paper, Verdict.OVERFLOW, "over the cap of " + cap, marks));
      }
    }
    return chosen;
  }

  /** Never shown here: new, or older and only now among the best. */
  private static String fresh(CatalogPaper paper, Past past, List<String> marks) {
    Instant last = past.last();
    if (last == null || isListedSince(paper, last, past.considered())) {
      marks.add("new");
      return "new";
    }
    Signal then = past.signals().get(paper.id());
    int upvotes = paper.signal().upvotes();
    if (then != null
        && upvotes >= Numbers.CLIMBING_TIMES * then.upvotes()
        && upvotes >= then.upvotes() + Numbers.CLIMBING_MORE) {
      marks.add("climbing, " + then.upvotes() + " → " + upvotes);
      return "climbing";
    }
    marks.add("late riser");
    return "late riser";
  }

  /** A list says no more than its date: one of the last digest's own date came after it if new. */
  private static boolean isListedSince(CatalogPaper paper, Instant last, Set<PaperId> considered) {
    LocalDate listed = paper.listed();
    LocalDate date = last.atZone(ZoneOffset.UTC).toLocalDate();
    return listed != null
        && (listed.isAfter(date) || (listed.equals(date) && !considered.contains(paper.id())));
  }

  /** Why a paper that was shown is news again; empty where it is not. */
  private static String back(CatalogPaper paper, Decision before, List<String> marks) {
    if (paper.paper().code() != null && !before.hadCode()) {
      marks.add("back again, code released");
      return "back again: code released";
    }
    int then = before.signal().upvotes();
    int upvotes = paper.signal().upvotes();
    if (upvotes >= Numbers.BACK_TIMES * then && upvotes >= then + Numbers.BACK_MORE) {
      marks.add("back again, " + then + " → " + upvotes);
      return "back again: climbed from " + then + " to " + upvotes;
    }
    return "";
  }
}
