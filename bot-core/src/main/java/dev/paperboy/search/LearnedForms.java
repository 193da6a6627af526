package dev.paperboy.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Short forms as the papers of an index define them, beside the list that everybody knows. */
final class LearnedForms {
  /** A definition that one paper alone gives is that paper's own. */
  private static final int LEAST_PAPERS = 2;

  /** A meaning that fewer of the papers give is not meant. */
  private static final double LEAST_SHARE = .1;

  private static final int MOST_FORMS = 4;
  private static final int LONGEST = 6;

  private record Known(String form, int papers) {}

  private final IndexReader reader;

  LearnedForms(IndexReader reader) {
    this.reader = reader;
  }

  /** How a definition is indexed, both ways. */
  static String key(String from, String to) {
    return from + Fields.SEPARATOR + to;
  }

  /** The words that a short form stands for, as they are mostly written, commonest first. */
  List<List<String>> longForms(String shortForm) throws IOException {
    return forms(Fields.SHORT_FORMS, shortForm).stream()
        .map(form -> List.of(form.split(" ", -1)))
        .toList();
  }

  /** Adds to what the tokens answer to: short forms of the words that stand side by side. */
  void find(List<Token> tokens, TextAnalysis analysis, List<Extra> extras) throws IOException {
    for (int first = 0; first < tokens.size(); first++) {
      StringBuilder words = new StringBuilder(tokens.get(first).exact());
      for (int last = first + 1; last < tokens.size() && last < first + LONGEST; last++) {
        words.append(' ').append(tokens.get(last).exact());
        for (String form : forms(Fields.LONG_FORMS, words.toString())) {
          extras.add(new Extra(Extra.Kind.JOINED, analysis.stem(form), first, last));
        }
      }
    }
  }

  private List<String> forms(String field, String from) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return List.of();
    }
    BytesRef prefix = new BytesRef(from + Fields.SEPARATOR);
    TermsEnum all = terms.iterator();
    List<Known> known = new ArrayList<>();
    int papers = 0;
    if (all.seekCeil(prefix) != TermsEnum.SeekStatus.END) {
      for (BytesRef term = all.term();
          term != null && StringHelper.startsWith(term, prefix);
          term = all.next()) {
        String text = term.utf8ToString();
        known.add(new Known(text.substring(from.length() + 1), all.docFreq()));
        papers += all.docFreq();
      }
    }
    double least = Math.max(LEAST_PAPERS, LEAST_SHARE * papers);
    return known.stream()
        .filter(form -> form.papers() >= least)
        .sorted(Comparator.comparingInt(Known::papers).reversed().thenComparing(Known::form))
        .limit(MOST_FORMS)
        .map(Known::form)
        .toList();
  }
}
