package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.embedding.Embedder;
import dev.paperboy.embedding.FakeVectors;
import dev.paperboy.progress.Progress;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Floors under how well search ranks, on papers that need no real inputs. They lie .03 below what
 * was reached (.728 by words, .820 by both; bare BM25 .730): processors differ a little in how they
 * round a model's numbers.
 */
class SearchQualityTest {
  private static final double FLOOR_BY_WORDS = .698;
  private static final double FLOOR_BY_BOTH = .789;

  @Test
  void rankingByWordsFindsWhatPeopleWouldExpect() throws IOException {
    Judged known = Judged.known();
    try (PaperIndex index = PaperIndex.of(known.papers())) {
      double gain = 0;
      for (Judged.Question question : known.questions()) {
        gain += Judged.gain(best(index, question.text()), question.answers());
      }
      assertThat(gain / known.questions().size()).isGreaterThan(FLOOR_BY_WORDS);
    }
  }

  @Test
  void rankingByWordsAndMeaningFindsMoreOfIt() throws IOException {
    Judged known = Judged.known();
    try (Embedder embedder = SearchMeasure.minilm()) {
      Assumptions.assumeTrue(embedder.off().isEmpty(), "no native library for this platform");
      try (PaperIndex index =
              PaperIndex.of(known.papers(), Meaning.by(embedder, new FakeVectors()));
          PaperIndex words = PaperIndex.of(known.papers())) {
        long embedded = index.embedMissing(Progress.SILENT, () -> true);
        assertThat(embedded).isEqualTo(known.papers().size());
        double gain = 0;
        double byWords = 0;
        for (Judged.Question question : known.questions()) {
          gain += Judged.gain(best(index, question.text()), question.answers());
          byWords += Judged.gain(best(words, question.text()), question.answers());
        }
        assertThat(gain / known.questions().size()).isGreaterThan(FLOOR_BY_BOTH);
        assertThat(gain).isGreaterThan(byWords + .05 * known.questions().size());
      }
    }
  }

  private static List<String> best(PaperIndex index, String question) {
    return index.search(Asking.ranked(SearchMeasure.parsed(question), Judged.DEPTH)).hits().stream()
        .map(hit -> hit.id().value())
        .toList();
  }
}
