package dev.paperboy.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceRowsTest {
  private static final Instant AT = Instant.parse("2026-08-12T09:12:00Z");

  private static HuggingFaceRows.Page page(String... rows) throws IOException {
    return HuggingFaceRows.page(Rows.list(rows).getBytes(StandardCharsets.UTF_8), AT);
  }

  private static Sighting only(String row) throws IOException {
    return page(row).papers().get(0);
  }

  @Test
  void readsARowOfAllThatIsKnown() throws IOException {
    assertThat(only(Rows.ATTENTION))
        .isEqualTo(
            new Sighting(
                new Paper(
                    new PaperId("1706.03762"),
                    "Attention Is All You Need",
                    "A model for translation that needs neither recurrence nor convolution.",
                    List.of("Ashish Vaswani", "Niki Parmar"),
                    "Google",
                    List.of("attention", "transformer"),
                    "Attention alone suffices.",
                    LocalDate.of(2017, 6, 12),
                    "https://github.com/tensorflow/tensor2tensor",
                    null,
                    "https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/1706.03762.png",
                    false),
                List.of(new Signal(72, 3, 15000, AT)),
                LocalDate.of(2026, 8, 12)));
  }

  @Test
  void readsARowThatLacksMostOfIt() throws IOException {
    Sighting bert = only(Rows.BERT);
    assertThat(bert.paper().id()).hasToString("1810.04805");
    assertThat(bert.paper().abstractText()).isEqualTo("Only the outer one is there.");
    assertThat(bert.paper().code()).isEqualTo("https://github.com/google-research/bert");
    assertThat(bert.paper().authors()).isEmpty();
    assertThat(bert.paper().topics()).isEmpty();
    assertThat(bert.paper().organization()).isNull();
    assertThat(bert.paper().aiSummary()).isNull();
    assertThat(bert.paper().thumbnail()).isNull();
    assertThat(bert.listed()).isNull();
    assertThat(bert.signals()).containsExactly(new Signal(14, 0, null, AT));
  }

  @Test
  void takesTheSubmissionsRealTimeToo() throws IOException {
    String row = Rows.ATTENTION.replace("2026-08-12T00:00:00.000Z", "2026-05-12T21:44:08.000Z");
    assertThat(only(row).listed()).isEqualTo("2026-05-12");
  }

  @Test
  void marksWithdrawnPapers() throws IOException {
    String row = Rows.BERT.replace("\"upvotes\"", "\"withdrawnAt\": \"2024-06-28\", \"upvotes\"");
    assertThat(only(row).paper().withdrawn()).isTrue();
    assertThat(only(row.replace("\"2024-06-28\"", "null")).paper().withdrawn()).isFalse();
  }

  @Test
  void takesTheTitleFromOutsideWhereItIsMissingInside() throws IOException {
    String row =
        "{\"paper\":{\"id\":\"2005.14165\"},\"title\":\"Language Models are Few-Shot Learners\"}";
    assertThat(only(row).paper().title()).isEqualTo("Language Models are Few-Shot Learners");
    assertThat(only(row).signals()).as("no upvotes are not zero upvotes").isEmpty();
  }

  @Test
  void treatsWhatHasAnotherTypeAsNotSaid() throws IOException {
    String row =
        """
        {"paper": {"id": "2005.14165", "title": "T", "summary": 5, "authors": "nobody",
          "publishedAt": 2020, "submittedOnDailyAt": "soon", "upvotes": "many",
          "ai_keywords": {"a": 1}, "ai_summary": [], "githubRepo": 3, "githubStars": 1.5,
          "projectPage": {}, "organization": 9, "withdrawnAt": null},
         "numComments": -4, "thumbnail": "not an address", "title": ["T"]}
        """;
    Sighting one = only(row);
    assertThat(one)
        .isEqualTo(
            new Sighting(
                new Paper(
                    new PaperId("2005.14165"),
                    "T",
                    "",
                    List.of(),
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    false),
                List.of(),
                null));
  }

  @Test
  void leavesOutBrokenRowsAndCountsThem() throws IOException {
    HuggingFaceRows.Page page =
        page(
            Rows.row("2608.00001", 3),
            "\"2608.00002\"",
            "7",
            "null",
            "[]",
            "{}",
            "{\"paper\":{\"id\":\"2608.00003\"}}",
            "{\"paper\":{\"title\":\"No id\"}}",
            "{\"paper\":{\"id\":\"../etc\",\"title\":\"Not an id\"}}",
            Rows.row("2608.00004", 2));
    assertThat(page.papers())
        .extracting(one -> one.paper().id().value())
        .containsExactly("2608.00001", "2608.00004");
    assertThat(page.rows()).isEqualTo(10);
    assertThat(page.skipped()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"error\":\"down\"}",
        "\"text\"",
        "[",
        "[{}",
        "[]]",
        "[] []",
        "<html>"
      })
  void aBodyThatIsNoListIsAFailure(String body) {
    assertThatThrownBy(() -> HuggingFaceRows.page(body.getBytes(StandardCharsets.UTF_8), AT))
        .isInstanceOf(IOException.class);
  }

  @Test
  void readsSixHundredAuthors() throws IOException {
    StringBuilder authors = new StringBuilder();
    for (int i = 0; i < 664; i++) {
      authors.append(i == 0 ? "" : ",").append("{\"name\":\"Author ").append(i).append("\"}");
    }
    String row = Rows.BERT.replace("\"authors\": []", "\"authors\": [" + authors + "]");
    assertThat(only(row).paper().authors()).hasSize(664).endsWith("Author 663");
  }

  @Test
  void readsAPaperStandingAlone() throws IOException {
    String body =
        """
        {"id": "1810.04805", "title": "BERT", "summary": "Pre-training.", "upvotes": 15,
         "authors": [{"name": "Jacob Devlin"}], "githubRepo": "google-research/bert",
         "submittedOnDailyAt": "2026-08-12T00:00:00.000Z",
         "comments": [{"id": "a"}, {"id": "b"}], "numTotalModels": 40000}
        """;
    Sighting one = HuggingFaceRows.paper(body.getBytes(StandardCharsets.UTF_8), AT);
    assertThat(one.paper().id()).hasToString("1810.04805");
    assertThat(one.signals()).containsExactly(new Signal(15, 2, null, AT));
    assertThat(one.listed()).isEqualTo("2026-08-12");
    assertThatThrownBy(() -> HuggingFaceRows.paper("{}".getBytes(StandardCharsets.UTF_8), AT))
        .isInstanceOf(IOException.class);
  }
}
