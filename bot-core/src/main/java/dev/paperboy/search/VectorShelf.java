package dev.paperboy.search;

import dev.paperboy.embedding.Vector;
import dev.paperboy.embedding.Vectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of all papers, in memory as they stand in the store: 440 bytes a paper. A question
 * looks at the signs of all of them first, and measures those that agree in most signs.
 */
final class VectorShelf {
  private static final int FIRST_ROWS = 1_024;

  /** The share of papers measured exactly, and how many at least. */
  private static final int ONE_OF = 16;

  private static final int MEASURED_AT_LEAST = 1_000;

  private final Vectors store;
  private final String model;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final BytesRefHash rows = new BytesRefHash();

  private int width;
  private int words;
  private byte[] values = {};
  private float[] scales = {};
  private long[] texts = {};
  private long[] signs = {};
  private long seen;
  private int version;
  private volatile @Nullable Placed placed;

  /**
   * Where the documents of one reader stand on the shelf; −1 for those that do not, or are gone.
   *
   * @param complete whether each has the vector of its present text
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read many times, never compared
  private record Placed(Object reader, int version, int[] rowOfDocument, boolean complete) {}

  /** One paper's nearness: its cosine with the question. */
  record Near(int document, float cosine) {}

  VectorShelf(Vectors store, String model) {
    this.store = store;
    this.model = model;
  }

  /**
   * Takes in what was kept since the last time, unless every paper of the searcher has the vector
   * of its present text already: then whatever was kept is not asked for.
   */
  void catchUp(IndexSearcher searcher) throws IOException {
    if (!isComplete(searcher)) {
      catchUp();
    }
  }

  private boolean isComplete(IndexSearcher searcher) throws IOException {
    lock.readLock().lock();
    try {
      return placed(searcher).complete();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Takes in what was kept since the last time; one question to the store. */
  void catchUp() {
    lock.writeLock().lock();
    try {
      long before = seen;
      seen = store.changedAfter(model, seen, this::put);
      if (seen != before) {
        version++;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void put(Vectors.Kept kept) {
    Vector vector = kept.vector();
    if (width == 0) {
      width = vector.values().length;
      words = (width + Long.SIZE - 1) / Long.SIZE;
    } else if (vector.values().length != width) {
      return; // of another model that bears the same name
    }
    int added = rows.add(new BytesRef(kept.paper().value()));
    int row = added < 0 ? -added - 1 : added;
    if (row >= scales.length) {
      grow(Math.max(FIRST_ROWS, scales.length + scales.length / 2));
    }
    System.arraycopy(vector.values(), 0, values, row * width, width);
    scales[row] = vector.scale();
    texts[row] = kept.text();
    for (int word = 0; word < words; word++) {
      long bits = 0;
      for (int i = word * Long.SIZE; i < Math.min(width, (word + 1) * Long.SIZE); i++) {
        bits = (bits << 1) | (vector.values()[i] < 0 ? 1 : 0);
      }
      signs[row * words + word] = bits;
    }
  }

  private void grow(int to) {
    values = Arrays.copyOf(values, Math.multiplyExact(to, width));
    scales = Arrays.copyOf(scales, to);
    texts = Arrays.copyOf(texts, to);
    signs = Arrays.copyOf(signs, to * words);
  }

  /** How many of the searcher's papers have a vector, of whatever text. */
  int size(IndexSearcher searcher) throws IOException {
    lock.readLock().lock();
    try {
      int count = 0;
      for (int row : rowOfDocument(searcher)) {
        count += row >= 0 ? 1 : 0;
      }
      return count;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The papers without a vector of their present text. */
  List<String> missing(IndexSearcher searcher) throws IOException {
    lock.readLock().lock();
    try {
      List<String> missing = new ArrayList<>();
      int[] places = rowOfDocument(searcher);
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
        NumericDocValues wanted = DocValues.getNumeric(leaf.reader(), Fields.TEXT);
        Bits live = leaf.reader().getLiveDocs();
        while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          int document = ids.docID();
          if (live != null && !live.get(document)) {
            continue;
          }
          int row = places[leaf.docBase + document];
          if (wanted.advanceExact(document) && (row < 0 || texts[row] != wanted.longValue())) {
            missing.add(ids.lookupOrd(ids.ordValue()).utf8ToString());
          }
        }
      }
      return missing;
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * The nearest papers, nearest first.
   *
   * @param accepted only these documents; null for all
   */
  List<Near> nearest(IndexSearcher searcher, float[] question, @Nullable BitSet accepted, int limit)
      throws IOException {
    lock.readLock().lock();
    try {
      if (question.length != width) {
        return List.of();
      }
      int[] places = rowOfDocument(searcher);
      int[] candidates = candidates(places, accepted, question, limit);
      int[] asked = inWholeNumbers(question);
      long[] byCosine = new long[candidates.length];
      for (int i = 0; i < candidates.length; i++) {
        byCosine[i] = farther(cosine(asked, places[candidates[i]]), candidates[i]);
      }
      Arrays.sort(byCosine);
      List<Near> near = new ArrayList<>(Math.min(limit, byCosine.length));
      for (int i = 0; i < Math.min(limit, byCosine.length); i++) {
        int document = (int) byCosine[i];
        near.add(new Near(document, cosine(asked, places[document])));
      }
      return near;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** A number that grows as papers are farther, of the same cosine in the documents' order. */
  private static long farther(float cosine, int document) {
    int bits = Float.floatToIntBits(cosine);
    int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return ((long) ~ascending << Integer.SIZE) | document;
  }

  /** The cosines of these documents; NaN for those without a vector. */
  float[] cosines(IndexSearcher searcher, float[] question, int[] documents) throws IOException {
    lock.readLock().lock();
    try {
      float[] cosines = new float[documents.length];
      Arrays.fill(cosines, Float.NaN);
      if (question.length == width) {
        int[] places = rowOfDocument(searcher);
        int[] asked = inWholeNumbers(question);
        for (int i = 0; i < documents.length; i++) {
          int row = places[documents[i]];
          if (row >= 0) {
            cosines[i] = cosine(asked, row);
          }
        }
      }
      return cosines;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The vector of one paper, of length 1; null where it has none. */
  float @Nullable [] vector(String id) {
    lock.readLock().lock();
    try {
      int row = rows.find(new BytesRef(id));
      return row < 0
          ? null
          : new Vector(Arrays.copyOfRange(values, row * width, (row + 1) * width), 1).floats();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Documents whose signs agree best with the question's: all of them where there are few. */
  private int[] candidates(int[] places, @Nullable BitSet accepted, float[] question, int limit) {
    long[] asked = new long[words];
    for (int i = 0; i < width; i++) {
      asked[i / Long.SIZE] = (asked[i / Long.SIZE] << 1) | (question[i] < 0 ? 1 : 0);
    }
    short[] distances = new short[places.length];
    Signs.differing(signs, asked, places, distances);
    int[] counts = new int[width + 1];
    int found = 0;
    for (int document = 0; document < places.length; document++) {
      if (places[document] < 0 || (accepted != null && !accepted.get(document))) {
        distances[document] = Short.MAX_VALUE;
      } else {
        counts[distances[document]]++;
        found++;
      }
    }
    int wanted = Math.max(Math.max(MEASURED_AT_LEAST, 2 * limit), found / ONE_OF);
    int farthest = 0;
    int within = counts[0];
    while (farthest < width && within + counts[farthest + 1] <= wanted) {
      within += counts[++farthest];
    }
    if (within == 0 && farthest < width) {
      farthest++;
    }
    int[] candidates = new int[found];
    int size = 0;
    for (int document = 0; document < distances.length; document++) {
      if (distances[document] <= farthest) {
        candidates[size++] = document;
      }
    }
    return Arrays.copyOf(candidates, size);
  }

  /** Whole numbers are added up faster; 15 bits lose nothing that a vector's 8 bits have. */
  private static int[] inWholeNumbers(float[] question) {
    int[] whole = new int[question.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = Math.round(question[i] * WHOLE);
    }
    return whole;
  }

  /** A vector of length 1 and one of at most 127 × 20 (384 numbers) stay within an int. */
  private static final int WHOLE = 1 << 15;

  private float cosine(int[] question, int row) {
    byte[] all = values;
    int even = 0;
    int odd = 0;
    int at = row * question.length;
    int i = 0;
    // By fours, in two sums: half as long again one by one.
    for (; i + 3 < question.length; i += 4, at += 4) {
      even += question[i] * all[at] + question[i + 2] * all[at + 2];
      odd += question[i + 1] * all[at + 1] + question[i + 3] * all[at + 3];
    }
    for (; i < question.length; i++, at++) {
      even += question[i] * all[at];
    }
    return (even + odd) * scales[row] / WHOLE;
  }

  private int[] rowOfDocument(IndexSearcher searcher) throws IOException {
    return placed(searcher).rowOfDocument();
  }

  private Placed placed(IndexSearcher searcher) throws IOException {
    Object reader = searcher.getIndexReader();
    Placed known = placed;
    if (known != null && known.reader().equals(reader) && known.version() == version) {
      return known;
    }
    int[] rowOf = new int[searcher.getIndexReader().maxDoc()];
    Arrays.fill(rowOf, -1);
    boolean complete = true;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
      NumericDocValues wanted = DocValues.getNumeric(leaf.reader(), Fields.TEXT);
      Bits live = leaf.reader().getLiveDocs();
      while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int document = ids.docID();
        if (live != null && !live.get(document)) {
          continue;
        }
        int row = find(ids.lookupOrd(ids.ordValue()));
        rowOf[leaf.docBase + document] = row;
        complete &=
            !wanted.advanceExact(document) || (row >= 0 && texts[row] == wanted.longValue());
      }
    }
    Placed made = new Placed(reader, version, rowOf, complete);
    placed = made;
    return made;
  }

  private int find(BytesRef id) {
    return Math.max(-1, rows.find(id));
  }
}
