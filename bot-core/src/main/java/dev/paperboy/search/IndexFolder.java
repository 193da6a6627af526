package dev.paperboy.search;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.paper.PaperId;
import dev.paperboy.progress.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.SleepingLockWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on disk, shared by all processes of one data folder. Whoever finds it behind the
 * catalog takes the write lock for as long as it takes to catch up, and gives it back; everybody
 * else reads the last commit. Nothing in it is dear: what cannot be read is built anew.
 */
final class IndexFolder implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

  /** Goes up whenever a document would be written in another way. */
  static final int SCHEMA = 3;

  static final String SCHEMA_KEY = "schema";
  private static final String CHANGE_KEY = "change";

  /** How long another process may hold the lock while there is an index to go on with. */
  private static final long BRIEFLY_MS = 1_500;

  /**
   * How often that is tried where there is none: a first build of 100,000 papers takes a minute.
   */
  private static final int LONG_TRIES = 80;

  private static final long POLL_MS = 50;

  /** Enough for some 10,000 papers, so that a first build makes few segments. */
  private static final int BUFFER_MB = 48;

  private static final int REPORT_EVERY = 50;

  private final Path folder;
  private final Catalog catalog;
  private final Directory directory;
  private final ReentrantLock catchingUp = new ReentrantLock();
  private volatile @Nullable Searchers searchers;

  private IndexFolder(Path folder, Catalog catalog, Directory directory) {
    this.folder = folder;
    this.catalog = catalog;
    this.directory = directory;
  }

  static IndexFolder open(Path folder, Catalog catalog, Progress progress) {
    IndexFolder index;
    try {
      Files.createDirectories(folder);
      index = new IndexFolder(folder, catalog, FSDirectory.open(folder));
    } catch (IOException e) {
      throw failure(folder, e);
    }
    try {
      index.searchers = index.readable();
      index.catchUp(progress);
      return index;
    } catch (RuntimeException e) {
      index.close();
      throw e;
    }
  }

  Searchers searchers() {
    Searchers open = searchers;
    if (open == null) {
      throw new StoreFailure("search: the index in " + folder + " is not open");
    }
    return open;
  }

  /** Brings the index up to the catalog; one question to the catalog where nothing changed. */
  void catchUp(Progress progress) {
    catchingUp.lock();
    try {
      Searchers open = searchers;
      if (open != null && isCurrent(open)) {
        return;
      }
      if (open == null) {
        buildPatiently(progress);
      } else {
        update(open, progress);
      }
    } catch (IOException e) {
      throw failure(folder, e);
    } finally {
      catchingUp.unlock();
    }
  }

  private boolean isCurrent(Searchers open) throws IOException {
    long wanted = catalog.changeNumber();
    if (change(open) == wanted) {
      return true;
    }
    // Another process may have caught up already.
    open.maybeRefreshBlocking();
    return change(open) == wanted;
  }

  private void update(Searchers open, Progress progress) throws IOException {
    try {
      write(progress);
    } catch (LockObtainFailedException busy) {
      LOG.debug("search: another process holds the index's lock; going on with what is there");
    } catch (IOException e) {
      LOG.warn("search: the index in {} could not be updated: {}", folder, e.toString());
    }
    open.maybeRefreshBlocking();
    if (change(open) != changeOnDisk()) {
      // Lucene takes an index that was wiped and built anew for the one it knows, now and then.
      open.reopen();
    }
  }

  private long changeOnDisk() throws IOException {
    return number(SegmentInfos.readLatestCommit(directory).getUserData(), CHANGE_KEY);
  }

  /** Waits while another process builds the index, and builds it where none does. */
  private void buildPatiently(Progress progress) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        write(progress);
      } catch (LockObtainFailedException busy) {
        progress.at("Waiting for another Paperboy to build the search index", 0, 0);
        if (tries >= LONG_TRIES) {
          throw busy;
        }
      }
      Searchers built = readable();
      if (built != null) {
        searchers = built;
        progress.over();
        return;
      }
      if (tries >= LONG_TRIES) {
        throw new IOException("the index that was built cannot be read");
      }
    }
  }

  /** Throws the index away and builds it from the catalog. */
  void rebuild(Progress progress) {
    catchingUp.lock();
    try {
      wipe();
      write(progress);
      searchers().reopen();
    } catch (IOException e) {
      throw failure(folder, e);
    } finally {
      catchingUp.unlock();
    }
  }

  /** Whether what is on the disk is what was once written there. */
  static boolean isSound(IndexSearcher searcher) {
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        leaf.reader().checkIntegrity();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private @Nullable Searchers readable() {
    try {
      if (!DirectoryReader.indexExists(directory)) {
        return null;
      }
      return new Searchers(directory);
    } catch (IOException | RuntimeException unreadable) {
      LOG.info("search: the index in {} is built anew: {}", folder, unreadable.toString());
      return null;
    }
  }

  private void write(Progress progress) throws IOException {
    try {
      writeOnce(progress);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | IndexNotFoundException
        | java.nio.file.NoSuchFileException
        | java.io.EOFException
        | IllegalArgumentException
        | IllegalStateException unreadable) {
      LOG.info("search: the index in {} is built anew: {}", folder, unreadable.toString());
      wipe();
      writeOnce(progress);
    }
  }

  private void writeOnce(Progress progress) throws IOException {
    Directory patient = new SleepingLockWrapper(directory, BRIEFLY_MS, POLL_MS);
    IndexWriterConfig config = config();
    try (IndexWriter writer = new IndexWriter(patient, config)) {
      Map<String, String> before = userData(writer);
      if (searchers != null && number(before, SCHEMA_KEY) > SCHEMA) {
        // A newer Paperboy shares the folder; this one goes on with what it has open.
        return;
      }
      long after = number(before, CHANGE_KEY);
      boolean anew =
          number(before, SCHEMA_KEY) != SCHEMA || after < 0 || after > catalog.changeNumber();
      if (!anew
          && tell(writer, after, progress)
          && writer.getDocStats().numDocs > catalog.count()) {
        // It was made from another catalog.
        anew = true;
      }
      if (anew) {
        writer.deleteAll();
        tell(writer, 0, progress);
      }
      writer.commit();
      if (writer.hasUncommittedChanges()) {
        // Segments were merged meanwhile.
        writer.commit();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes what changed. Returns whether anything did. */
  private boolean tell(IndexWriter writer, long after, Progress progress) {
    PaperDocuments documents = new PaperDocuments();
    AtomicLong done = new AtomicLong();
    Set<PaperId> added = new HashSet<>();
    long total = after == 0 ? catalog.count() : 0;
    long told;
    try {
      told =
          catalog.changedAfter(
              after,
              paper -> {
                write(writer, documents, paper, after == 0 && added.add(paper.id()));
                long number = done.incrementAndGet();
                if (number % REPORT_EVERY == 0) {
                  progress.at("Indexing papers", number, total);
                }
              });
    } finally {
      if (done.get() >= REPORT_EVERY) {
        progress.over();
      }
    }
    writer.setLiveCommitData(userData(told).entrySet());
    return done.get() > 0;
  }

  private static void write(
      IndexWriter writer, PaperDocuments documents, CatalogPaper paper, boolean first) {
    try {
      if (paper.paper().withdrawn()) {
        writer.deleteDocuments(PaperDocuments.key(paper.id()));
      } else if (first) {
        // Nothing to replace, so nothing to look up.
        writer.addDocument(documents.document(paper));
      } else {
        writer.updateDocument(PaperDocuments.key(paper.id()), documents.document(paper));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
    config.setSimilarity(Searchers.SIMILARITY);
    config.setRAMBufferSizeMB(BUFFER_MB);
    config.setCommitOnClose(false);
    config.setUseCompoundFile(true);
    config.setMergeScheduler(new SerialMergeScheduler());
    return config;
  }

  /** Removes every file but the lock, while holding it. */
  private void wipe() throws IOException {
    Directory patient = new SleepingLockWrapper(directory, BRIEFLY_MS, POLL_MS);
    try (Lock lock = patient.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          lock.ensureValid();
          directory.deleteFile(file);
        }
      }
    }
  }

  static Map<String, String> userData(long change) {
    return Map.of(SCHEMA_KEY, String.valueOf(SCHEMA), CHANGE_KEY, String.valueOf(change));
  }

  private static Map<String, String> userData(IndexWriter writer) {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
    if (live != null) {
      live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }

  private static long change(Searchers open) throws IOException {
    return number(open, CHANGE_KEY);
  }

  private static long number(Searchers open, String key) throws IOException {
    IndexSearcher searcher = open.acquire();
    try {
      return number(
          ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData(), key);
    } finally {
      open.release(searcher);
    }
  }

  static long number(Map<String, String> data, String key) {
    try {
      return Long.parseLong(data.getOrDefault(key, "-1"));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static StoreFailure failure(Path folder, IOException cause) {
    String why =
        cause instanceof LockObtainFailedException
            ? "another program holds its lock"
            : String.valueOf(cause.getMessage());
    return new StoreFailure("search: the index in " + folder + " cannot be used: " + why, cause);
  }

  @Override
  public void close() {
    try {
      Searchers open = searchers;
      if (open != null) {
        open.close();
      }
      directory.close();
    } catch (IOException e) {
      LOG.debug("search: closing the index: {}", e.toString());
    }
  }
}
