package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedFormsTest {
  private static final List<CatalogPaper> PAPERS =
      List.of(
          paper("2608.00011", "Owls", "Nocturnal bird observation (NBO) is hard."),
          paper("2608.00012", "More owls", "We study Nocturnal Bird Observation (NBO) at night."),
          paper("2608.00013", "Hawks", "NBO helps to count hawks."),
          paper("2608.00014", "Kites", "On nocturnal bird observation in cities."),
          paper("2608.00015", "Bird walks", "A nightly bird outing (NBO), as one paper has it."));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          large language models (LLMs)                      | llm    | large language models
          We use a Vector-Quantised Autoencoder (VQ-AE) now | vqae   | vector quantised autoencoder
          Low-Rank Adaptation (LoRA)                        | lora   | low rank adaptation
          the results (see Table) are                       | -      | -
          a method (OK) that works                          | -      | -
          models trained on text (GPT)                      | -      | -
          """)
  void readsWhatATextDefines(String text, String shortForm, String longForm) {
    List<Definitions.Definition> found = Definitions.in(text, new TextAnalysis());

    assertThat(found)
        .isEqualTo(
            shortForm == null
                ? List.of()
                : List.of(new Definitions.Definition(shortForm, longForm)));
  }

  @Test
  void aShortFormThatPapersDefineFindsThoseThatWriteItOut() {
    assertThat(found("nbo", true)).contains("2608.00014");
    assertThat(found("nbo", false)).contains("2608.00013", "2608.00014");
    assertThat(found("nbo -nocturnal", false)).containsExactly("2608.00013", "2608.00015");
  }

  @Test
  void wordsFindThoseThatSayTheShortForm() {
    assertThat(found("nocturnal bird observation", true)).contains("2608.00013");
    assertThat(found("nocturnal bird observation", false)).contains("2608.00013");
  }

  @Test
  void whatOnePaperAloneDefinesIsNotLearned() {
    assertThat(found("nightly bird outing", false)).containsExactly("2608.00015");
  }

  @Test
  void aQuotedPhraseStaysExact() {
    assertThat(found("\"nocturnal bird observation\"", false)).doesNotContain("2608.00013");
  }

  private static List<String> found(String text, boolean ranked) {
    try (PaperIndex index = PaperIndex.of(PAPERS)) {
      return index
          .search(
              new Asking(
                  ((QueryResult.Parsed) QueryParser.parse(text)).query(),
                  ranked,
                  Asking.Order.RELEVANCE,
                  0,
                  10,
                  null))
          .hits()
          .stream()
          .map(hit -> hit.id().value())
          .sorted()
          .toList();
    }
  }

  private static CatalogPaper paper(String id, String title, String text) {
    return ShelfOfPapers.paper(id, title, text, List.of(), null, List.of(), null, "2026-08-12", 1);
  }
}
