package dev.paperboy.search;

import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** From documents to papers' ids and back. */
final class Ids {
  private Ids() {}

  static Query in(Collection<PaperId> ids) {
    List<BytesRef> terms = ids.stream().map(id -> new BytesRef(id.value())).toList();
    return new TermInSetQuery(Fields.ID, terms);
  }

  static PaperId of(IndexSearcher searcher, int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
    if (!ids.advanceExact(document - leaf.docBase)) {
      throw new IllegalStateException("document " + document + " has no id");
    }
    return new PaperId(ids.lookupOrd(ids.ordValue()).utf8ToString());
  }

  /** All papers that match, in no order. */
  static Set<PaperId> matching(IndexSearcher searcher, Query query) throws IOException {
    return searcher.search(query, new Manager());
  }

  /** The documents that match, deleted ones left out. */
  static FixedBitSet documents(IndexSearcher searcher, Query query) throws IOException {
    FixedBitSet found = new FixedBitSet(searcher.getIndexReader().maxDoc());
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      DocIdSetIterator matches = scorer.iterator();
      for (int document = matches.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = matches.nextDoc()) {
        if (live == null || live.get(document)) {
          found.set(leaf.docBase + document);
        }
      }
    }
    return found;
  }

  private static final class Manager implements CollectorManager<Matches, Set<PaperId>> {
    @Override
    public Matches newCollector() {
      return new Matches();
    }

    @Override
    public Set<PaperId> reduce(Collection<Matches> collectors) {
      Set<PaperId> all = new HashSet<>();
      collectors.forEach(matches -> all.addAll(matches.found));
      return all;
    }
  }

  private static final class Matches extends SimpleCollector implements Collector {
    private final Set<PaperId> found = new HashSet<>();
    private @Nullable SortedDocValues ids;

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      ids = DocValues.getSorted(leaf.reader(), Fields.ID);
    }

    @Override
    public void collect(int document) throws IOException {
      if (ids != null && ids.advanceExact(document)) {
        found.add(new PaperId(ids.lookupOrd(ids.ordValue()).utf8ToString()));
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
