package dev.paperboy.search;

import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query that is ready to run.
 *
 * @param scored matches and ranks
 * @param counted matches the same papers, and does not rank
 * @param bound no paper scores more; 0 where nothing ranks
 * @param filter what every paper must pass, found by its words or not; null for nothing
 * @param means whether something was said that papers may mean in other words
 * @param terms how many different words that are, those that rank nothing left out
 */
record RankedQuery(
    Query scored, Query counted, double bound, @Nullable Query filter, boolean means, int terms) {

  /** One that ranks by words alone. */
  RankedQuery(Query scored, Query counted, double bound) {
    this(scored, counted, bound, null, false, 0);
  }

  boolean ranks() {
    return bound > 0;
  }

  /** A score of Lucene's as a share of what could be reached. */
  double share(float score) {
    return ranks() ? Math.clamp(score / bound, 0, 1) : 0;
  }
}
