package dev.paperboy.search;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.PaperId;
import dev.paperboy.progress.Progress;
import dev.paperboy.query.Query;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import dev.paperboy.query.QueryText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The search index over the catalog's papers, withdrawn ones left out. Safe for several threads,
 * and shared by all processes of one data folder. Nothing in it is the only copy of anything: what
 * is missing, old or broken is built again from the catalog.
 */
public final class PaperIndex implements AutoCloseable {
  /** Held, so that its level is not forgotten with it. Lucene reports only what we know. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.OFF);
  }

  /** So many papers are embedded in one transaction. */
  private static final int AT_ONCE = 16;

  /** After about so many, what other processes have embedded is looked up. */
  private static final int LOOK_ROUND = 256;

  private final Searchers searchers;
  private final @Nullable IndexFolder folder;
  private final Function<Collection<PaperId>, Map<PaperId, CatalogPaper>> papers;
  private final Meaning meaning;

  private PaperIndex(
      Searchers searchers,
      @Nullable IndexFolder folder,
      Function<Collection<PaperId>, Map<PaperId, CatalogPaper>> papers,
      Meaning meaning) {
    this.searchers = searchers;
    this.folder = folder;
    this.papers = papers;
    this.meaning = meaning;
  }

  /**
   * Opens the index of a catalog, brought up to it. A first build takes about half a millisecond a
   * paper. While another process writes, this one waits briefly and goes on with what is there; for
   * a first build it waits for up to two minutes.
   *
   * @param folder the index's own folder, of one catalog and nothing else; made where it is missing
   * @throws StoreFailure where the folder cannot be read or written
   */
  public static PaperIndex open(Path folder, Catalog catalog, Meaning meaning, Progress progress) {
    IndexFolder index = IndexFolder.open(folder, catalog, progress);
    return new PaperIndex(index.searchers(), index, catalog::find, meaning);
  }

  /** An index of these papers in memory, for the bundled sample and the like. It never changes. */
  public static PaperIndex of(Collection<CatalogPaper> papers) {
    return of(papers, Meaning.none("these papers are searched by words"));
  }

  static PaperIndex of(Collection<CatalogPaper> papers, Meaning meaning) {
    Map<PaperId, CatalogPaper> known = new HashMap<>();
    Directory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, IndexFolder.config())) {
      PaperDocuments documents = new PaperDocuments();
      for (CatalogPaper paper : papers) {
        if (!paper.paper().withdrawn()) {
          known.put(paper.id(), paper);
          writer.updateDocument(PaperDocuments.key(paper.id()), documents.document(paper));
        }
      }
      writer.setLiveCommitData(IndexFolder.userData(0).entrySet());
      writer.commit();
      return new PaperIndex(new Searchers(directory), null, ids -> known(known, ids), meaning);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<PaperId, CatalogPaper> known(
      Map<PaperId, CatalogPaper> papers, Collection<PaperId> ids) {
    Map<PaperId, CatalogPaper> known = new HashMap<>(papers);
    known.keySet().retainAll(ids);
    return known;
  }

  /** How far its papers are embedded. */
  public Meaning.Standing meaning() {
    Optional<String> off = meaning.off();
    VectorShelf shelf = off.isPresent() ? null : meaning.shelf();
    return with(searcher -> {
      int papers = searcher.getIndexReader().numDocs();
      return new Meaning.Standing(
          off, meaning.model(), shelf == null ? 0 : shelf.size(searcher), papers);
    });
  }

  /**
   * Embeds the papers whose vectors are missing or of another text, some 20 to 50 a second, a few
   * in each transaction; what was done stays done when it is stopped, and several processes at it
   * share the work. Ends where the embedder is off.
   *
   * @param goOn asked before each few papers
   * @return how many papers were embedded
   */
  public long embedMissing(Progress progress, BooleanSupplier goOn) {
    VectorShelf shelf = meaning.shelf();
    if (shelf == null) {
      return 0;
    }
    List<String> missing = with(shelf::missing);
    if (missing.isEmpty() || meaning.off().isPresent()) {
      return 0;
    }
    // In an order of its own, so that two processes do not embed the same papers side by side.
    Collections.shuffle(missing, ThreadLocalRandom.current());
    long done = 0;
    try {
      while (!missing.isEmpty() && goOn.getAsBoolean()) {
        List<PaperId> few =
            missing.subList(0, Math.min(AT_ONCE, missing.size())).stream()
                .map(PaperId::new)
                .toList();
        int made = meaning.embed(papers.apply(few).values());
        if (made == 0 && meaning.off().isPresent()) {
          break;
        }
        done += made;
        meaning.shelf();
        missing = missing.subList(few.size(), missing.size());
        if (done % LOOK_ROUND < AT_ONCE) {
          Set<String> still = new HashSet<>(with(shelf::missing));
          missing = new ArrayList<>(missing);
          missing.retainAll(still);
        }
        progress.at("Reading papers for search by meaning", done, done + missing.size());
      }
    } finally {
      progress.over();
    }
    return done;
  }

  /** Brings the index up to the catalog. Where nothing changed it costs one small question. */
  public void catchUp(Progress progress) {
    if (folder != null) {
      folder.catchUp(progress);
    }
  }

  /** How many papers can be found. */
  public long size() {
    return with(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  /** The best of these by any of a filter's words, none of them required. */
  public Optional<PaperId> nearest(Query filter, List<PaperId> within) {
    String words = String.join(" ", QueryText.words(filter)).replace("\"", " ");
    if (!(QueryParser.parse(words) instanceof QueryResult.Parsed relaxed)
        || relaxed.query() instanceof Query.Everything) {
      return Optional.empty();
    }
    return search(new Asking(relaxed.query(), true, Asking.Order.RELEVANCE, 0, 1, within))
        .hits()
        .stream()
        .map(Hit::id)
        .findFirst();
  }

  /** One page of what was asked for, and how many there are in all. */
  public Found search(Asking asking) {
    boolean byBoth =
        asking.ranked() && asking.order() == Asking.Order.RELEVANCE && asking.limit() > 0;
    // The question's vector is made on another thread, while words are looked up on this one.
    Supplier<Optional<float[]>> question =
        byBoth ? meaning.question(Said.of(asking.query())) : Optional::empty;
    return with(searcher -> {
      RankedQuery query =
          new Ranking(searcher, new TextAnalysis())
              .compile(
                  asking.query(),
                  asking.ranked(),
                  Optional.ofNullable(asking.within()).map(Ids::in));
      VectorShelf shelf = byBoth && query.means() ? meaning.shelf(searcher) : null;
      if (shelf != null) {
        return new Hybrid(searcher, query, question, shelf).page(asking.from(), asking.limit());
      }
      return new Found(
          Best.of(searcher, query, asking.order(), asking.from(), asking.limit()),
          searcher.count(query.counted()));
    });
  }

  /** Those of these papers that pass a filter, in the order given. */
  public List<PaperId> matching(Query query, Collection<PaperId> within) {
    if (within.isEmpty()) {
      return List.of();
    }
    return with(searcher -> {
      RankedQuery filter =
          new Ranking(searcher, new TextAnalysis())
              .compile(query, false, Optional.of(Ids.in(within)));
      Set<PaperId> found = Ids.matching(searcher, filter.counted());
      return within.stream().filter(found::contains).toList();
    });
  }

  /** Papers like this one, most alike first; none where none is. The score is how alike. */
  public List<Hit> similar(PaperId id, int limit) {
    CatalogPaper paper = papers.apply(List.of(id)).get(id);
    if (paper == null) {
      return List.of();
    }
    return with(
        searcher -> SimilarPapers.to(searcher, paper.paper(), meaning.shelf(searcher), limit));
  }

  /**
   * Papers by words of their titles, best first. A title that is these words scores 1, one that
   * holds them all in order .5 and more, any other less.
   */
  public List<Hit> titled(String words, int limit) {
    return with(searcher -> Titles.holding(searcher, new TextAnalysis(), words, limit));
  }

  /**
   * The text of a query with words that no paper holds, or hardly any, replaced by what was
   * probably meant; empty where nothing better is known. Names of fields are left alone.
   */
  public Optional<String> didYouMean(String text, Query query) {
    return with(searcher ->
        new Spelling(searcher.getIndexReader(), new TextAnalysis()).didYouMean(text, query));
  }

  /** The text in spans, what met the query marked. */
  public List<Span> highlight(Query query, String text) {
    return new Highlighter(new TextAnalysis(), query).spans(text);
  }

  /** Frequent topics, authors and words of titles that begin like this, most frequent first. */
  public List<String> complete(String prefix, int limit) {
    return with(searcher -> Completion.of(searcher.getIndexReader(), prefix, limit));
  }

  private interface Work<T> {
    T on(IndexSearcher searcher) throws IOException;
  }

  private <T> T with(Work<T> work) {
    try {
      return once(work);
    } catch (AlreadyClosedException closed) {
      throw closed;
    } catch (IOException | RuntimeException failure) {
      if (folder == null || isSound()) {
        throw failure instanceof RuntimeException runtime
            ? runtime
            : new StoreFailure(
                "search: the index cannot be read: " + failure.getMessage(), failure);
      }
      folder.rebuild(Progress.SILENT);
    }
    try {
      return once(work);
    } catch (IOException e) {
      throw new StoreFailure("search: the index cannot be read: " + e.getMessage(), e);
    }
  }

  private <T> T once(Work<T> work) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return work.on(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  private boolean isSound() {
    try {
      return once(IndexFolder::isSound);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      if (folder != null) {
        folder.close();
      } else {
        searchers.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
