package dev.paperboy.search;

import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Ranks by words and by meaning together: the best by words and the nearest by meaning are weighed
 * by the sum of both, each brought to 0 … 1 among them. Papers beyond follow by their words alone,
 * so that every page goes on where the one before it ended.
 */
final class Hybrid {
  /** So many of each side are weighed. */
  private static final int DEPTH = 100;

  /** A paper found by meaning alone must be this near. */
  private static final float NEAR = .25f;

  /** Nothing is close where the tenth nearest paper is farther than this (of all-MiniLM-L6-v2). */
  private static final float TENTH = .27f;

  /** Nothing is close where no word is known and the nearest is farther than this. */
  private static final float NEAREST = .30f;

  /** Below so many papers the tenth nearest says nothing. */
  private static final int MANY = 1_000;

  /** A paper that holds this share of what was asked is close, whatever it means. */
  private static final double HELD = .4;

  /** Nothing is near it. */
  private static final float[] NO_QUESTION = {};

  private final Weights weights;
  private final IndexSearcher searcher;
  private final RankedQuery query;
  private final Supplier<Optional<float[]>> asked;
  private final VectorShelf shelf;

  Hybrid(
      IndexSearcher searcher,
      RankedQuery query,
      Supplier<Optional<float[]>> asked,
      VectorShelf shelf) {
    this(searcher, query, asked, shelf, Weights.TUNED);
  }

  Hybrid(
      IndexSearcher searcher,
      RankedQuery query,
      Supplier<Optional<float[]>> asked,
      VectorShelf shelf,
      Weights weights) {
    this.weights = weights;
    this.searcher = searcher;
    this.query = query;
    this.asked = asked;
    this.shelf = shelf;
  }

  private record Weighed(int document, PaperId id, double score) {}

  Found page(int from, int limit) throws IOException {
    ScoreDoc[] best =
        query.ranks() ? searcher.search(query.scored(), DEPTH).scoreDocs : new ScoreDoc[0];
    FixedBitSet accepted = accepted(query.filter());
    long met = searcher.count(query.counted());
    float[] question = asked.get().orElse(NO_QUESTION);
    List<VectorShelf.Near> near = shelf.nearest(searcher, question, accepted, DEPTH);
    if (near.isEmpty()) {
      return new Found(Best.of(searcher, query, Asking.Order.RELEVANCE, from, limit), met);
    }
    Map<Integer, Float> words = new HashMap<>();
    for (ScoreDoc document : best) {
      words.put(document.doc, document.score);
    }
    boolean close = isClose(best, near);
    Set<Integer> byMeaning = new TreeSet<>();
    for (VectorShelf.Near paper : near) {
      if (!words.containsKey(paper.document())) {
        byMeaning.add(paper.document());
      }
    }
    Map<Integer, Float> alsoByWords = scores(byMeaning);
    words.putAll(alsoByWords);
    Map<Integer, Float> only = new LinkedHashMap<>();
    for (VectorShelf.Near paper : near) {
      if (!words.containsKey(paper.document()) && (paper.cosine() >= NEAR || !close)) {
        only.put(paper.document(), 0f);
      }
    }
    words.putAll(only);
    List<Weighed> weighed = weigh(words, question);
    long total = met + only.size();
    return new Found(hits(weighed, from, limit, total), total, close);
  }

  private boolean isClose(ScoreDoc[] best, List<VectorShelf.Near> near) {
    if (best.length > 0 && query.share(best[0].score) >= HELD) {
      return true;
    }
    float nearest = near.getFirst().cosine();
    if (best.length == 0 && nearest < NEAREST) {
      return false;
    }
    boolean many = searcher.getIndexReader().numDocs() >= MANY && near.size() >= 10;
    return !many || query.filter() != null || near.get(9).cosine() >= TENTH;
  }

  private List<Weighed> weigh(Map<Integer, Float> words, float[] question) throws IOException {
    int[] documents = words.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    List<PaperId> ids = Ids.of(searcher, documents);
    float[] cosines = shelf.cosines(searcher, question, documents);
    float most = 0;
    float least = Float.MAX_VALUE;
    float low = Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    for (int i = 0; i < documents.length; i++) {
      most = Math.max(most, words.getOrDefault(documents[i], 0f));
      least = Math.min(least, words.getOrDefault(documents[i], 0f));
      if (!Float.isNaN(cosines[i])) {
        low = Math.min(low, cosines[i]);
        high = Math.max(high, cosines[i]);
      }
    }
    double share = weights.meaning().at(query.terms());
    List<Weighed> weighed = new ArrayList<>(documents.length);
    for (int i = 0; i < documents.length; i++) {
      float score = words.getOrDefault(documents[i], 0f);
      double byWords = most > least ? (score - least) / (most - least) : most > 0 ? 1 : 0;
      // A paper that is not embedded yet stands where its words put it.
      double byMeaning =
          Float.isNaN(cosines[i]) ? byWords : high > low ? (cosines[i] - low) / (high - low) : 1;
      weighed.add(
          new Weighed(
              documents[i],
              ids.get(i),
              most > 0 ? (1 - share) * byWords + share * byMeaning : byMeaning));
    }
    weighed.sort(Comparator.comparingDouble(Weighed::score).reversed().thenComparing(Weighed::id));
    return weighed;
  }

  private List<Hit> hits(List<Weighed> weighed, int from, int limit, long total)
      throws IOException {
    long upTo = Math.min((long) from + limit, total);
    List<Hit> all = new ArrayList<>();
    for (Weighed paper : weighed) {
      all.add(new Hit(paper.id(), Math.clamp(paper.score(), 0, 1)));
    }
    if (upTo > all.size()) {
      rest(all, (int) upTo);
    }
    return all.subList(Math.min(from, all.size()), (int) Math.min(upTo, all.size()));
  }

  /** Goes on with those that are found by their words alone. */
  private void rest(List<Hit> all, int upTo) throws IOException {
    Set<PaperId> seen = new HashSet<>();
    all.forEach(hit -> seen.add(hit.id()));
    double least = all.isEmpty() ? 1 : all.getLast().score();
    List<Hit> byWords = Best.of(searcher, query, Asking.Order.RELEVANCE, 0, upTo + seen.size());
    for (Hit hit : byWords) {
      if (all.size() >= upTo) {
        return;
      }
      if (seen.add(hit.id())) {
        all.add(new Hit(hit.id(), Math.min(least, hit.score())));
      }
    }
  }

  /** What these documents score by words; those that match none are left out. */
  private Map<Integer, Float> scores(Set<Integer> documents) throws IOException {
    Map<Integer, Float> scores = new HashMap<>();
    if (documents.isEmpty() || !query.ranks()) {
      return scores;
    }
    int[] sorted = documents.stream().mapToInt(Integer::intValue).toArray();
    Weight weight = searcher.createWeight(searcher.rewrite(query.scored()), ScoreMode.COMPLETE, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = null;
      int end = leaf.docBase + leaf.reader().maxDoc();
      int at = Arrays.binarySearch(sorted, leaf.docBase);
      for (int i = at < 0 ? -at - 1 : at; i < sorted.length && sorted[i] < end; i++) {
        if (scorer == null) {
          scorer = weight.scorer(leaf);
          if (scorer == null) {
            break;
          }
        }
        DocIdSetIterator matches = scorer.iterator();
        int wanted = sorted[i] - leaf.docBase;
        if (matches.docID() < wanted) {
          int unused = matches.advance(wanted);
        }
        if (matches.docID() == wanted) {
          scores.put(sorted[i], scorer.score());
        }
      }
    }
    return scores;
  }

  /** The documents that pass a filter; null where all do. */
  private @Nullable FixedBitSet accepted(@Nullable Query filter) throws IOException {
    return filter == null ? null : Ids.documents(searcher, filter);
  }
}
