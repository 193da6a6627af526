package dev.paperboy.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Completes what is being typed by topics, authors and words of titles that are frequent. */
final class Completion {
  /** Fewer papers do not make a word or a topic worth offering. */
  private static final int FEWEST = 2;

  private Completion() {}

  static List<String> of(IndexReader reader, String typed, int limit) throws IOException {
    String prefix = TextAnalysis.fold(typed).stripLeading();
    Map<String, Integer> found = new HashMap<>();
    collect(reader, Fields.TOPIC_KEY, prefix, FEWEST, found);
    if (!prefix.isEmpty()) {
      Map<String, Integer> authors = new HashMap<>();
      collect(reader, Fields.AUTHOR_KEY, prefix, 1, authors);
      authors.forEach((key, papers) ->
          found.merge(key.substring(key.indexOf(Fields.SEPARATOR) + 1), papers, Integer::sum));
      collect(reader, Fields.TITLE_EXACT, prefix, FEWEST, found);
    }
    List<Map.Entry<String, Integer>> best = new ArrayList<>(found.entrySet());
    best.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    Set<String> completions = new LinkedHashSet<>();
    for (Map.Entry<String, Integer> entry : best) {
      if (completions.size() >= limit) {
        break;
      }
      completions.add(entry.getKey());
    }
    return List.copyOf(completions);
  }

  private static void collect(
      IndexReader reader, String field, String prefix, int fewest, Map<String, Integer> found)
      throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    BytesRef start = new BytesRef(prefix);
    TermsEnum each = terms.iterator();
    BytesRef term = each.seekCeil(start) == TermsEnum.SeekStatus.END ? null : each.term();
    while (term != null && StringHelper.startsWith(term, start)) {
      int papers = each.docFreq();
      if (papers >= fewest) {
        found.merge(term.utf8ToString(), papers, Math::max);
      }
      term = each.next();
    }
  }
}
