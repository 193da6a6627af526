package dev.paperboy.search;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.embedding.BareModel;
import dev.paperboy.embedding.Embedder;
import dev.paperboy.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A search over all real papers, beside what it is made of. No question comes twice soon. */
@State(Scope.Thread)
public class SearchBenchmark {
  /** More than are remembered. */
  private static final int QUESTIONS = 10_000;

  private final Store store;
  private final Embedder embedder;
  private final BareModel model;
  private final PaperIndex words;
  private final PaperIndex both;
  private final BareIndex bare;
  private final List<String> questions;
  private int next;

  public SearchBenchmark() {
    try {
      List<CatalogPaper> papers = KnownPapers.all();
      questions =
          KnownPapers.remembered(papers, QUESTIONS, 3).stream()
              .map(KnownPapers.Remembered::words)
              .toList();
      store = Store.open(SearchMeasure.kept("all"));
      embedder = SearchMeasure.minilm();
      model = new BareModel();
      words = PaperIndex.of(papers);
      both = PaperIndex.of(papers, Meaning.by(embedder, store.vectors()));
      bare = new BareIndex(papers);
      both.embedMissing(SearchMeasure.printing(), () -> true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String question() {
    next = (next + 1) % QUESTIONS;
    return questions.get(next);
  }

  @Benchmark
  public List<String> search1BareBm25() throws IOException {
    return bare.search(question(), 10);
  }

  @Benchmark
  public float[] search2BareEmbedding() throws IOException {
    return model.embed(question());
  }

  @Benchmark
  public Object search3BothBare() throws IOException {
    String question = question();
    return List.of(bare.search(question, 10), model.embed(question));
  }

  @Benchmark
  public Found search4ByWords() {
    return words.search(Asking.ranked(SearchMeasure.parsed(question()), 10));
  }

  @Benchmark
  public Found search5Hybrid() {
    return both.search(Asking.ranked(SearchMeasure.parsed(question()), 10));
  }

  @TearDown
  public void close() throws IOException {
    both.close();
    words.close();
    bare.close();
    model.close();
    embedder.close();
    store.close();
  }
}
