package dev.paperboy.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;

/** The best papers of a query, in an order that does not change from page to page. */
final class Best {
  private static final Sort UPVOTES =
      new Sort(number(Fields.UPVOTES), new SortField(Fields.ID, SortField.Type.STRING));

  private static final Sort NEW =
      new Sort(
          number(Fields.DAY),
          number(Fields.UPVOTES),
          new SortField(Fields.ID, SortField.Type.STRING));

  private Best() {}

  /** Latest and most first; papers without the number last. */
  private static SortField number(String field) {
    return new SortField(field, SortField.Type.LONG, true, Long.MIN_VALUE);
  }

  static List<Hit> of(
      IndexSearcher searcher, RankedQuery query, Asking.Order order, int from, int limit)
      throws IOException {
    int upTo = (int) Math.min((long) from + limit, searcher.getIndexReader().maxDoc());
    if (from >= upTo) {
      return List.of();
    }
    List<Hit> hits =
        order == Asking.Order.RELEVANCE && query.ranks()
            ? byScore(searcher, query, upTo)
            : sorted(searcher, query, order == Asking.Order.NEW ? NEW : UPVOTES, upTo);
    return hits.subList(Math.min(from, hits.size()), Math.min(upTo, hits.size()));
  }

  /**
   * Lucene breaks ties by the order in which papers were indexed. So one more than is wanted is
   * fetched, and more still while the last one wanted is tied with it.
   */
  private static List<Hit> byScore(IndexSearcher searcher, RankedQuery query, int upTo)
      throws IOException {
    for (int wanted = upTo + 1; ; wanted *= 2) {
      int fetched = Math.min(wanted, maxDoc(searcher));
      ScoreDoc[] top = searcher.search(query.scored(), fetched).scoreDocs;
      boolean all = top.length < fetched || fetched == maxDoc(searcher);
      if (all || top[upTo - 1].score != top[fetched - 1].score) {
        return hits(searcher, query, top);
      }
    }
  }

  private static int maxDoc(IndexSearcher searcher) {
    return searcher.getIndexReader().maxDoc();
  }

  private static List<Hit> hits(IndexSearcher searcher, RankedQuery query, ScoreDoc[] top)
      throws IOException {
    List<Hit> hits = new ArrayList<>(top.length);
    for (ScoreDoc document : top) {
      hits.add(new Hit(Ids.of(searcher, document.doc), query.share(document.score)));
    }
    hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id));
    return hits;
  }

  private static List<Hit> sorted(IndexSearcher searcher, RankedQuery query, Sort sort, int upTo)
      throws IOException {
    TopDocs top = searcher.search(query.counted(), upTo, sort);
    if (query.ranks()) {
      TopFieldCollector.populateScores(top.scoreDocs, searcher, query.scored());
    }
    List<Hit> hits = new ArrayList<>(top.scoreDocs.length);
    for (ScoreDoc document : top.scoreDocs) {
      float score = query.ranks() && document.score > 0 ? document.score : 0;
      hits.add(new Hit(Ids.of(searcher, document.doc), query.share(score)));
    }
    return hits;
  }

  /** The best by score. */
  static List<Hit> byScore(IndexSearcher searcher, Query query, double bound, int limit)
      throws IOException {
    int upTo = Math.min(limit, maxDoc(searcher));
    if (upTo < 1) {
      return List.of();
    }
    List<Hit> hits = byScore(searcher, new RankedQuery(query, query, bound), upTo);
    return hits.subList(0, Math.min(upTo, hits.size()));
  }
}
