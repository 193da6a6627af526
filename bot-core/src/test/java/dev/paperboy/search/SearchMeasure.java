package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Figures;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.embedding.BareModel;
import dev.paperboy.embedding.Embedder;
import dev.paperboy.embedding.EmbeddingModel;
import dev.paperboy.embedding.OnnxEmbedder;
import dev.paperboy.progress.Progress;
import dev.paperboy.query.Query;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import dev.paperboy.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast hybrid search answers and papers are embedded, each beside what it is made of. Vectors
 * are kept in {@code -Dpaperboy.vectors} (target/measure), so that a second run is shorter.
 */
@Tag("long")
class SearchMeasure {
  private static final int QUESTIONS = 600;
  private static final long SEED = 11;
  private static final int ROUNDS = 3;
  private static final int BLOCK = 16;
  private static final int BLOCKS = 20;

  @TempDir Path folder;

  /** The folder in which vectors are kept from one run to the next. */
  static Path kept(String name) {
    return Path.of(System.getProperty("paperboy.vectors", "target/measure")).resolve(name);
  }

  static Progress printing() {
    long[] last = {0};
    return (what, done, total) -> {
      if (done - last[0] >= 1_000) {
        last[0] = done;
        System.out.printf("%s: %,d of %,d%n", what, done, total);
      }
    };
  }

  static Embedder minilm() {
    return new OnnxEmbedder(EmbeddingModel.MINILM, InstantSource.system());
  }

  static Query parsed(String words) {
    return ((QueryResult.Parsed) QueryParser.parse(words)).query();
  }

  @Test
  void printsHybridSearchBesideABareQueryAndABareEmbedding() throws IOException {
    List<CatalogPaper> papers = KnownPapers.all();
    try (Store store = Store.open(kept("all"));
        Embedder embedder = minilm();
        BareModel model = new BareModel();
        PaperIndex words = PaperIndex.of(papers);
        PaperIndex index = PaperIndex.of(papers, Meaning.by(embedder, store.vectors()));
        BareIndex bare = new BareIndex(papers)) {
      index.embedMissing(printing(), () -> true);
      double[] alone = new double[QUESTIONS];
      double[] embedding = new double[QUESTIONS];
      double[] sum = new double[QUESTIONS];
      double[] ours = new double[QUESTIONS];
      int bareFirst = 0;
      int wordsFirst = 0;
      int first = 0;
      int ten = 0;
      for (int round = ROUNDS; round > 0; round--) {
        // Other questions in each round: none is remembered. The last round counts.
        List<KnownPapers.Remembered> asked =
            KnownPapers.remembered(papers, QUESTIONS, SEED + round - 1);
        bareFirst = 0;
        wordsFirst = 0;
        first = 0;
        ten = 0;
        for (int i = 0; i < QUESTIONS; i++) {
          String question = asked.get(i).words();
          String wanted = asked.get(i).paper().id().value();
          Query query = parsed(question);
          long began = System.nanoTime();
          List<String> found = bare.search(question, 10);
          long middle = System.nanoTime();
          float[] unused = model.embed(question);
          long end = System.nanoTime();
          List<Hit> hits = index.search(Asking.ranked(query, 10)).hits();
          ours[i] = (System.nanoTime() - end) / 1e6;
          alone[i] = (middle - began) / 1e6;
          embedding[i] = (end - middle) / 1e6;
          sum[i] = (end - began) / 1e6;
          bareFirst += !found.isEmpty() && found.getFirst().equals(wanted) ? 1 : 0;
          first += !hits.isEmpty() && hits.getFirst().id().value().equals(wanted) ? 1 : 0;
          ten += hits.stream().anyMatch(hit -> hit.id().value().equals(wanted)) ? 1 : 0;
          List<Hit> byWords = words.search(Asking.ranked(query, 1)).hits();
          wordsFirst +=
              !byWords.isEmpty() && byWords.getFirst().id().value().equals(wanted) ? 1 : 0;
        }
      }
      double ratio = median(ours) / median(sum);
      System.out.printf(
          Locale.ROOT,
          "| %,d papers, %d distinct questions, cold | median ms | 99th percentile | found first |"
              + " among ten |%n|---|---|---|---|---|%n",
          papers.size(),
          QUESTIONS);
      row("bare BM25, one field", alone, share(bareFirst), "");
      row("bare embedding of the question", embedding, "", "");
      row("the two together", sum, "", "");
      row("hybrid search, with the exact total", ours, share(first), share(ten));
      System.out.printf(
          Locale.ROOT,
          "| ratio of the medians | %.2f | | | |%n| words alone | | | %s | |%n",
          ratio,
          share(wordsFirst));
      Figures.add(
          "hybrid search, cold, median ms (99th percentile)",
          times(ours),
          "bare BM25 " + times(alone) + ", bare embedding " + times(embedding),
          "");
      Figures.add(
          "hybrid search, median beside both bare",
          String.format(Locale.ROOT, "%.2f times", ratio),
          "both bare " + times(sum),
          "≤ 2 times");
      Figures.add(
          "a paper found first by six of its words",
          share(first) + ", among ten " + share(ten),
          "bare BM25 " + share(bareFirst) + ", words alone " + share(wordsFirst),
          "");
      assertThat(ratio).isLessThan(2.0);
      assertThat(first).isGreaterThanOrEqualTo(wordsFirst - QUESTIONS / 50);
    }
  }

  @Test
  void printsHowFastPapersAreEmbeddedBesideTheModelAlone() throws IOException {
    List<CatalogPaper> papers = new ArrayList<>(KnownPapers.all());
    Collections.shuffle(papers, new Random(SEED));
    try (Store store = Store.open(folder.resolve("store"));
        Embedder embedder = minilm();
        BareModel model = new BareModel()) {
      long alone = 0;
      long whole = 0;
      double[] shares = new double[BLOCKS];
      for (int block = 0; block <= BLOCKS; block++) {
        List<CatalogPaper> some = papers.subList(block * BLOCK, (block + 1) * BLOCK);
        long began = System.nanoTime();
        for (CatalogPaper paper : some) {
          float[] unused = model.embed(paper.paper().title() + " " + paper.paper().abstractText());
        }
        long middle = System.nanoTime();
        try (PaperIndex index = PaperIndex.of(some, Meaning.by(embedder, store.vectors()))) {
          long built = System.nanoTime();
          assertThat(index.embedMissing(Progress.SILENT, () -> true)).isEqualTo(BLOCK);
          if (block > 0) { // the first warms up
            long took = System.nanoTime() - built;
            whole += took;
            alone += middle - began;
            shares[block - 1] = (double) (middle - began) / took;
          }
        }
      }
      double share = median(shares);
      System.out.printf(
          Locale.ROOT,
          "| embedding %d papers, in turns of %d | papers a second |%n|---|---|%n| the model alone"
              + " | %.1f |%n| looked up, embedded and kept in the store | %.1f |%n| share, median"
              + " of the turns | %.0f %% |%n",
          BLOCK * BLOCKS,
          BLOCK,
          BLOCK * BLOCKS * 1e9 / alone,
          BLOCK * BLOCKS * 1e9 / whole,
          100 * share);
      Figures.add(
          "embedding the catalog, papers a second",
          String.format(Locale.ROOT, "%.1f (%.0f %%)", BLOCK * BLOCKS * 1e9 / whole, 100 * share),
          String.format(Locale.ROOT, "the model alone %.1f", BLOCK * BLOCKS * 1e9 / alone),
          "≥ 80 %");
      assertThat(share).isGreaterThan(.8);
    }
  }

  private static void row(String name, double[] times, String first, String ten) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %s | %s |%n",
        name,
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100],
        first,
        ten);
  }

  private static String times(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT, "%.2f (%.2f)", sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String share(int number) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * number / QUESTIONS);
  }
}
