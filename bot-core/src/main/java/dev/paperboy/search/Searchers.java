package dev.paperboy.search;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** The index as it was last opened; searches under way keep the one they began with. */
final class Searchers extends ReferenceManager<IndexSearcher> {
  static final BM25Similarity SIMILARITY = Weights.TUNED.similarity();

  private final Directory directory;

  private volatile boolean anew;

  /**
   * @throws IOException where the directory holds no index that can be read
   */
  Searchers(Directory directory) throws IOException {
    this.directory = directory;
    DirectoryReader reader = DirectoryReader.open(directory);
    if (!isOfThisSchema(reader)) {
      reader.close();
      throw new IOException("written by another version");
    }
    this.current = searcher(reader);
  }

  private static boolean isOfThisSchema(DirectoryReader reader) throws IOException {
    return IndexFolder.number(reader.getIndexCommit().getUserData(), IndexFolder.SCHEMA_KEY)
        == IndexFolder.SCHEMA;
  }

  /** Opens the index as if for the first time. */
  void reopen() throws IOException {
    anew = true;
    maybeRefreshBlocking();
  }

  private static IndexSearcher searcher(IndexReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(SIMILARITY);
    // The index is small and changes often: caching costs more than it saves.
    searcher.setQueryCache(null);
    return searcher;
  }

  @Override
  protected @Nullable IndexSearcher refreshIfNeeded(IndexSearcher old) throws IOException {
    DirectoryReader newer = newer((DirectoryReader) old.getIndexReader());
    anew = false;
    if (newer == null) {
      return null;
    }
    if (!isOfThisSchema(newer)) {
      newer.close();
      return null;
    }
    return searcher(newer);
  }

  private @Nullable DirectoryReader newer(DirectoryReader reader) throws IOException {
    if (anew) {
      return DirectoryReader.open(directory);
    }
    try {
      return DirectoryReader.openIfChanged(reader);
    } catch (IOException | IllegalStateException rebuilt) {
      // Another process removed the files and built the index anew.
      return DirectoryReader.open(directory);
    }
  }

  @Override
  protected void decRef(IndexSearcher searcher) throws IOException {
    searcher.getIndexReader().decRef();
  }

  @Override
  protected boolean tryIncRef(IndexSearcher searcher) {
    return searcher.getIndexReader().tryIncRef();
  }

  @Override
  protected int getRefCount(IndexSearcher searcher) {
    return searcher.getIndexReader().getRefCount();
  }
}
