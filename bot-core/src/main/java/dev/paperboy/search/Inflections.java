package dev.paperboy.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * All forms of a word that a field holds unstemmed. Few ask for a word in the abstract alone, so
 * stems of it are not indexed a second time.
 */
final class Inflections {
  private Inflections() {}

  static Query of(IndexReader reader, TextAnalysis analysis, String field, String stem)
      throws IOException {
    List<BytesRef> forms = new ArrayList<>();
    Stemmer.ownForms(stem).forEach(form -> forms.add(new BytesRef(form)));
    // A stem differs from its words in its last letter at most: "studi", "study".
    Term shared = new Term(field, stem.substring(0, Math.max(1, stem.length() - 1)));
    for (BytesRef term : beginningWith(reader, shared, Integer.MAX_VALUE)) {
      if (analysis.stem(term.utf8ToString()).equals(stem)) {
        forms.add(term);
      }
    }
    return new TermInSetQuery(field, forms);
  }

  /** The terms of a field that begin like this one, in order, up to a number. */
  static List<BytesRef> beginningWith(IndexReader reader, Term prefix, int most)
      throws IOException {
    List<BytesRef> found = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, prefix.field());
    if (terms != null) {
      TermsEnum each = terms.iterator();
      BytesRef term =
          each.seekCeil(prefix.bytes()) == TermsEnum.SeekStatus.END ? null : each.term();
      while (term != null && StringHelper.startsWith(term, prefix.bytes()) && found.size() < most) {
        found.add(BytesRef.deepCopyOf(term));
        term = each.next();
      }
    }
    return found;
  }
}
