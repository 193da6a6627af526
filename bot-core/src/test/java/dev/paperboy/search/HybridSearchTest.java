package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.embedding.FakeEmbedder;
import dev.paperboy.embedding.FakeVectors;
import dev.paperboy.embedding.Vectors;
import dev.paperboy.progress.Progress;
import dev.paperboy.query.Query;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HybridSearchTest {
  private final FakeEmbedder embedder = new FakeEmbedder();
  private final FakeVectors vectors = new FakeVectors();

  @Test
  void findsByMeaningWhatNoWordMeets() {
    try (PaperIndex index = index()) {
      assertThat(ids(index, "voices")).isEmpty();

      long embedded = index.embedMissing(Progress.SILENT, () -> true);

      assertThat(embedded).isEqualTo(ShelfOfPapers.ALL.size());
      assertThat(ids(index, "voices")).first().isEqualTo("2608.00003");
    }
  }

  @Test
  void embedsWhatIsMissingOnceAndAgainWhenItsTextChanges() {
    try (PaperIndex index = index()) {
      index.embedMissing(Progress.SILENT, () -> true);
      index.embedMissing(Progress.SILENT, () -> true);
      assertThat(embedder.made()).isEqualTo(ShelfOfPapers.ALL.size());
    }
    List<CatalogPaper> changed = new ArrayList<>(ShelfOfPapers.ALL);
    CatalogPaper old = changed.removeFirst();
    changed.add(
        ShelfOfPapers.paper(
            old.id().value(),
            "Agents That Forget",
            "",
            List.of(),
            null,
            List.of(),
            null,
            "2026-08-12",
            72));
    try (PaperIndex index = PaperIndex.of(changed, Meaning.by(embedder, vectors))) {
      assertThat(index.meaning().embedded()).isEqualTo(changed.size());
      assertThat(index.embedMissing(Progress.SILENT, () -> true)).isEqualTo(1);
    }
  }

  @Test
  void stopsWhenToldAndGoesOnAtTheNextStart() {
    List<CatalogPaper> many =
        IntStream.range(0, 40)
            .mapToObj(i ->
                ShelfOfPapers.paper(
                    "2609.%05d".formatted(i),
                    "Owl " + i,
                    "An owl.",
                    List.of(),
                    null,
                    List.of(),
                    null,
                    "2026-09-01",
                    1))
            .toList();
    try (PaperIndex index = PaperIndex.of(many, Meaning.by(embedder, vectors))) {
      List<Long> seen = new ArrayList<>();
      index.embedMissing((what, done, total) -> seen.add(done), seen::isEmpty);
      assertThat(index.meaning().embedded()).isEqualTo(16).isEqualTo(seen.getLast());
    }
    try (PaperIndex index = PaperIndex.of(many, Meaning.by(embedder, vectors))) {
      assertThat(index.embedMissing(Progress.SILENT, () -> true)).isEqualTo(24);
    }
  }

  @Test
  void filtersHoldForWhatIsFoundByMeaning() {
    try (PaperIndex index = embedded()) {
      assertThat(ids(index, "voices upvotes:>=100")).doesNotContain("2608.00003");
      assertThat(ids(index, "voices -attention")).doesNotContain("2608.00003");
      assertThat(ids(index, "voices date:2026-08-11")).containsExactly("2608.00003");
    }
  }

  @Test
  void aQuotedPhraseIsExactWhateverIsNear() {
    try (PaperIndex index = embedded()) {
      assertThat(ids(index, "\"spoken words\"")).isEmpty();
      assertThat(ids(index, "voices \"state space\"")).containsExactly("2608.00003");
    }
  }

  @Test
  void pagesGoOnWhereTheOneBeforeEndedAndHoldTheTotal() {
    try (PaperIndex index = embedded()) {
      Query query = parsed("memory models scenes voices law");
      Found all = index.search(Asking.ranked(query, 100));
      List<Hit> paged = new ArrayList<>();
      for (int from = 0; from < all.total(); from += 2) {
        paged.addAll(
            index.search(new Asking(query, true, Asking.Order.RELEVANCE, from, 2, null)).hits());
      }
      assertThat(paged).isEqualTo(all.hits()).hasSize((int) all.total()).doesNotHaveDuplicates();
      assertThat(all.hits()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }
  }

  @Test
  void aPaperThatIsNotEmbeddedYetIsFoundByItsWords() {
    try (PaperIndex index = embedded()) {
      index.embedMissing(Progress.SILENT, () -> true);
    }
    List<CatalogPaper> more = new ArrayList<>(ShelfOfPapers.ALL);
    more.add(
        ShelfOfPapers.paper(
            "2609.00001",
            "Pangolins",
            "We count pangolins.",
            List.of(),
            null,
            List.of(),
            null,
            "2026-09-01",
            1));
    try (PaperIndex index = PaperIndex.of(more, Meaning.by(embedder, vectors))) {
      assertThat(ids(index, "pangolins")).first().isEqualTo("2609.00001");
    }
  }

  @Test
  void saysWhenNothingIsClose() {
    try (PaperIndex index = embedded()) {
      assertThat(index.search(Asking.ranked(parsed("voices"), 5)).close()).isTrue();
      Found nothing = index.search(Asking.ranked(parsed("zzyzx"), 5));
      assertThat(nothing.close()).isFalse();
      assertThat(nothing.hits()).isNotEmpty();
    }
  }

  @Test
  void similarPapersAreThoseThatMeanTheSame() {
    List<CatalogPaper> papers = new ArrayList<>(ShelfOfPapers.ALL);
    papers.add(
        ShelfOfPapers.paper(
            "2609.00001",
            "Voices",
            "Listening to voices and voices.",
            List.of(),
            null,
            List.of(),
            null,
            "2026-09-01",
            1));
    try (PaperIndex index = PaperIndex.of(papers, Meaning.by(embedder, vectors))) {
      index.embedMissing(Progress.SILENT, () -> true);
      assertThat(index.similar(papers.getLast().id(), 3).getFirst().id().value())
          .isEqualTo("2608.00003");
    }
  }

  @Test
  void vectorsOfAnotherLengthAreLeftOut() {
    vectors.keep(
        "fake",
        List.of(
            new Vectors.Kept(
                ShelfOfPapers.ALL.getFirst().id(),
                0,
                dev.paperboy.embedding.Vector.of(new float[] {1, 0}))));
    try (PaperIndex index = index()) {
      assertThat(ids(index, "memory")).isNotEmpty();
    }
  }

  private PaperIndex index() {
    return PaperIndex.of(ShelfOfPapers.ALL, Meaning.by(embedder, vectors));
  }

  private PaperIndex embedded() {
    PaperIndex index = index();
    index.embedMissing(Progress.SILENT, () -> true);
    return index;
  }

  private static List<String> ids(PaperIndex index, String text) {
    return index.search(Asking.ranked(parsed(text), 10)).hits().stream()
        .map(hit -> hit.id().value())
        .toList();
  }

  private static Query parsed(String text) {
    return ((QueryResult.Parsed) QueryParser.parse(text)).query();
  }
}
