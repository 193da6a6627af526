package dev.paperboy.search;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Papers like one paper: those that hold the words it is told apart by. */
final class SimilarPapers {
  /** As many words stand for the paper. */
  static final int TERMS = 25;

  /**
   * What another paper must reach of what the paper itself does. Two random papers reach .03, a
   * paper's nearest one .35 (medians of some 13,800 papers).
   */
  static final double LEAST = .12;

  /**
   * How near another paper must be by meaning. Two random papers have a cosine of .35, a paper's
   * nearest one .74 (medians, with all-MiniLM-L6-v2).
   */
  private static final float NEAR = .5f;

  /** So many of each side are weighed. */
  private static final int DEPTH = 100;

  /** The share of meaning. */
  private static final double MEANING = .5;

  private record Weighed(Term term, TermStates states, double weight) {}

  private SimilarPapers() {}

  static List<Hit> to(IndexSearcher searcher, Paper paper, @Nullable VectorShelf shelf, int limit)
      throws IOException {
    float[] vector = shelf == null ? null : shelf.vector(paper.id().value());
    return shelf == null || vector == null
        ? byWords(searcher, paper, limit)
        : byBoth(searcher, paper, shelf, vector, limit);
  }

  /** The score is the sum of the share of words and the cosine, weighed. */
  private static List<Hit> byBoth(
      IndexSearcher searcher, Paper paper, VectorShelf shelf, float[] vector, int limit)
      throws IOException {
    Map<PaperId, Double> words = new HashMap<>();
    byWords(searcher, paper, Math.max(DEPTH, limit))
        .forEach(hit -> words.put(hit.id(), hit.score()));
    List<Hit> hits = new ArrayList<>();
    for (VectorShelf.Near near :
        shelf.nearest(searcher, vector, null, Math.max(DEPTH, limit) + 1)) {
      PaperId id = Ids.of(searcher, near.document());
      Double share = words.remove(id);
      if (!id.equals(paper.id()) && (share != null || near.cosine() >= NEAR)) {
        hits.add(new Hit(id, sum(share == null ? 0 : share, near.cosine())));
      }
    }
    // Those not among the nearest are no nearer than the last of them.
    words.forEach((id, share) -> hits.add(new Hit(id, sum(share, 0))));
    hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id));
    return hits.subList(0, Math.min(limit, hits.size()));
  }

  private static double sum(double words, double cosine) {
    return Math.clamp((1 - MEANING) * words + MEANING * cosine, 0, 1);
  }

  private static List<Hit> byWords(IndexSearcher searcher, Paper paper, int limit)
      throws IOException {
    Query query = query(searcher, new PaperDocuments().words(paper));
    double own = own(searcher, query, paper);
    if (own <= 0) {
      return List.of();
    }
    return Best.byScore(searcher, query, own, limit + 1).stream()
        .filter(hit -> !hit.id().equals(paper.id()) && hit.score() >= LEAST)
        .limit(limit)
        .toList();
  }

  private static Query query(IndexSearcher searcher, FieldTerms.Bag words) throws IOException {
    Map<String, Integer> times = new LinkedHashMap<>(words.words());
    words.beside().forEach(term -> times.merge(term, 1, Integer::sum));
    List<Weighed> weighed = new ArrayList<>();
    double papers = searcher.getIndexReader().numDocs();
    for (Map.Entry<String, Integer> word : times.entrySet()) {
      Term term = new Term(Fields.WORDS, word.getKey());
      TermStates states = TermStates.build(searcher, term, true);
      int frequency = states.docFreq();
      if (frequency >= 2 && frequency <= papers / 2) {
        double tf = word.getValue() / (word.getValue() + 2.0);
        weighed.add(new Weighed(term, states, tf * Math.log(1 + papers / frequency)));
      }
    }
    weighed.sort(Comparator.comparingDouble(Weighed::weight).reversed());
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Weighed word : weighed.subList(0, Math.min(TERMS, weighed.size()))) {
      query.add(
          new BoostQuery(new TermQuery(word.term(), word.states()), (float) word.weight()),
          Occur.SHOULD);
    }
    return query.build();
  }

  /** What the paper itself scores. */
  private static double own(IndexSearcher searcher, Query query, Paper paper) throws IOException {
    Query itself =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(new TermQuery(PaperDocuments.key(paper.id())), Occur.FILTER)
            .build();
    var top = searcher.search(itself, 1).scoreDocs;
    return top.length == 0 ? 0 : top[0].score;
  }
}
