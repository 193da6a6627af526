package dev.paperboy.search;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds papers by words of their titles. Best is the title that is these words, then one that holds
 * them side by side, then one that holds them all in order, then by BM25 over titles.
 */
final class Titles {
  /** Words beyond these do not help to tell one title from another. */
  private static final int MOST_WORDS = 40;

  private Titles() {}

  static List<Hit> holding(IndexSearcher searcher, TextAnalysis analysis, String words, int limit)
      throws IOException {
    Analysis read = analysis.analyse(words, TextAnalysis.Mode.KEYWORDS);
    List<String> exact = read.exact();
    if (exact.isEmpty()) {
      return List.of();
    }
    exact = exact.subList(0, Math.min(exact.size(), MOST_WORDS));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    double bound = ranked(searcher, read, query);
    float tier = (float) Math.max(bound, 1);
    query.add(constant(inOrder(exact), tier), Occur.SHOULD);
    query.add(constant(sideBySide(exact), tier), Occur.SHOULD);
    query.add(
        constant(new TermQuery(new Term(Fields.TITLE_KEY, PaperDocuments.titleKey(read))), tier),
        Occur.SHOULD);
    return Best.byScore(searcher, query.build(), bound + 3 * tier, limit);
  }

  private static double ranked(IndexSearcher searcher, Analysis read, BooleanQuery.Builder query)
      throws IOException {
    Set<String> stems = new LinkedHashSet<>();
    for (Token token : read.tokens()) {
      if (token.stem() != null && stems.size() < MOST_WORDS) {
        stems.add(token.stem());
      }
    }
    double papers = searcher.getIndexReader().numDocs();
    double bound = 0;
    for (String stem : stems) {
      Term term = new Term(Fields.TITLE, stem);
      TermStates states = TermStates.build(searcher, term, true);
      int frequency = states.docFreq();
      bound += Math.log(1 + (Math.max(papers, frequency) - frequency + .5) / (frequency + .5));
      if (frequency > 0) {
        query.add(new TermQuery(term, states), Occur.SHOULD);
      }
    }
    return bound;
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  private static Query inOrder(List<String> words) {
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    IntervalsSource[] sources = words.stream().map(Intervals::term).toArray(IntervalsSource[]::new);
    return new IntervalQuery(Fields.TITLE_EXACT, Intervals.ordered(sources));
  }

  private static Query sideBySide(List<String> words) {
    return words.size() == 1
        ? new TermQuery(new Term(Fields.TITLE_EXACT, words.getFirst()))
        : new PhraseQuery(Fields.TITLE_EXACT, words.toArray(String[]::new));
  }
}
