package dev.paperboy.search;

import org.apache.lucene.search.Query;

/**
 * A query that is ready to run.
 *
 * @param scored matches and ranks
 * @param counted matches the same papers, and does not rank
 * @param bound no paper scores more; 0 where nothing ranks
 */
record RankedQuery(Query scored, Query counted, double bound) {
  boolean ranks() {
    return bound > 0;
  }

  /** A score of Lucene's as a share of what could be reached. */
  double share(float score) {
    return ranks() ? Math.clamp(score / bound, 0, 1) : 0;
  }
}
