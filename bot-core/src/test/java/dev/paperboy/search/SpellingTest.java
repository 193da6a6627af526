package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final int MANY = 30;
  private static final PaperIndex INDEX = PaperIndex.of(papers());

  @AfterAll
  static void close() {
    INDEX.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "paralel trasnlation             | parallel translation",
        "nueral machine trasnlation      | neural machine translation",
        "title:paralel trasnlation       | title:parallel translation",
        "\"nueral machine\" -trasnlation | \"neural machine\" -translation",
        "(paralel OR nueral) trasnlation | (parallel OR neural) translation",
      })
  void everyWordIsMendedInItsPlace(String typed, String meant) {
    assertThat(INDEX.didYouMean(typed, SearchMeasure.parsed(typed))).hasValue(meant);
  }

  @ParameterizedTest
  @CsvSource({"parallel translation", "translations", "upvotes:>=50", "GPT5 xyzzy"})
  void whatIsRightOrHasNoNeighbourStays(String typed) {
    assertThat(INDEX.didYouMean(typed, SearchMeasure.parsed(typed))).isEmpty();
  }

  private static List<CatalogPaper> papers() {
    List<CatalogPaper> papers = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      papers.add(
          ShelfOfPapers.paper(
              "2608.%05d".formatted(i),
              "Reinforcement Learning",
              "Parallel neural machine translation.",
              List.of(),
              null,
              List.of(),
              null,
              "2026-08-12",
              1));
    }
    return papers;
  }
}
