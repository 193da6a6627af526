package dev.paperboy.search;

import dev.paperboy.paper.PaperId;
import dev.paperboy.query.Query;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to the index.
 *
 * @param ranked whether free words rank and none is required (a search), or each is required (a
 *     filter)
 * @param from how many hits to leave out, from 0
 * @param limit how many to give at most; 0 where only the total is wanted
 * @param within only these papers; null for all
 */
public record Asking(
    Query query,
    boolean ranked,
    Order order,
    int from,
    int limit,
    @Nullable Collection<PaperId> within) {

  /** In which order the papers come. Ties go by the paper's id, so that pages are stable. */
  public enum Order {
    /** How well they meet the words; where no words were asked, by upvotes. */
    RELEVANCE,
    /** Most upvotes first. */
    UPVOTES,
    /** The date listed, else published, latest first; of one date by upvotes. */
    NEW
  }

  public Asking {
    if (from < 0 || limit < 0) {
      throw new IllegalArgumentException("from " + from + ", limit " + limit);
    }
    within = within == null ? null : List.copyOf(within);
  }

  /** A ranked search over all papers. */
  public static Asking ranked(Query query, int limit) {
    return new Asking(query, true, Order.RELEVANCE, 0, limit, null);
  }
}
