package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Figures;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.query.Query;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long ranking by words takes beside a bare Lucene BM25 query over the same text, and how often
 * a paper is found first by words of its title and abstract. Prints a table.
 */
@Tag("long")
class RankingMeasure {
  private static final int QUESTIONS = 600;
  private static final long SEED = 11;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Test
  void printsRankingBesideABareQueryAndFindsKnownPapers() throws IOException {
    List<CatalogPaper> papers = KnownPapers.all();
    List<KnownPapers.Remembered> asked = KnownPapers.remembered(papers, QUESTIONS, SEED);
    try (PaperIndex index = PaperIndex.of(papers);
        BareIndex bare = new BareIndex(papers)) {
      double[] ours = new double[QUESTIONS];
      double[] theirs = new double[QUESTIONS];
      int first = 0;
      int ten = 0;
      int bareFirst = 0;
      for (int round = 0; round < 4; round++) {
        first = 0;
        ten = 0;
        bareFirst = 0;
        for (int i = 0; i < QUESTIONS; i++) {
          String words = asked.get(i).words();
          String wanted = asked.get(i).paper().id().value();
          Query query = ((QueryResult.Parsed) QueryParser.parse(words)).query();
          long began = threads.getCurrentThreadCpuTime();
          List<Hit> hits = index.search(Asking.ranked(query, 10)).hits();
          ours[i] = (threads.getCurrentThreadCpuTime() - began) / 1e6;
          began = threads.getCurrentThreadCpuTime();
          List<String> found = bare.search(words, 10);
          theirs[i] = (threads.getCurrentThreadCpuTime() - began) / 1e6;
          first += !hits.isEmpty() && hits.get(0).id().value().equals(wanted) ? 1 : 0;
          ten += hits.stream().anyMatch(hit -> hit.id().value().equals(wanted)) ? 1 : 0;
          bareFirst += !found.isEmpty() && found.get(0).equals(wanted) ? 1 : 0;
        }
      }
      Arrays.sort(ours);
      Arrays.sort(theirs);
      double ratio = ours[QUESTIONS / 2] / theirs[QUESTIONS / 2];
      System.out.printf(
          Locale.ROOT,
          "| %,d papers, %d questions, words alone | median CPU ms | 99th percentile | found first"
              + " | among ten |%n|---|---|---|---|---|%n| bare BM25, one field | %.3f | %.3f | %.1f"
              + " %% | |%n| Paperboy's ranking, with the exact total | %.3f | %.3f | %.1f %% | %.1f"
              + " %% |%n| ratio of the medians | %.2f | | | |%n",
          papers.size(),
          QUESTIONS,
          theirs[QUESTIONS / 2],
          theirs[QUESTIONS * 99 / 100],
          100.0 * bareFirst / QUESTIONS,
          ours[QUESTIONS / 2],
          ours[QUESTIONS * 99 / 100],
          100.0 * first / QUESTIONS,
          100.0 * ten / QUESTIONS,
          ratio);
      Figures.add(
          "ranking by words, median CPU ms (99th percentile)",
          String.format(
              Locale.ROOT, "%.3f (%.3f)", ours[QUESTIONS / 2], ours[QUESTIONS * 99 / 100]),
          String.format(
              Locale.ROOT,
              "bare BM25 %.3f (%.3f): %.2f times",
              theirs[QUESTIONS / 2],
              theirs[QUESTIONS * 99 / 100],
              ratio),
          "≤ 3 times");
      assertThat(first).isGreaterThan(QUESTIONS * 85 / 100);
      assertThat(ratio).isLessThan(3.0);
    }
  }
}
