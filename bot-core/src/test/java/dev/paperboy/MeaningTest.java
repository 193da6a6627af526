package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.command.Limits;
import dev.paperboy.edition.SettableClock;
import dev.paperboy.embedding.EmbeddingModel;
import dev.paperboy.progress.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search by meaning from the file that is imported to the answer, with the model built in. */
class MeaningTest {
  private static final Caller CALLER = new Caller("terminal", "me", ZoneOffset.UTC);
  private static final URI NOBODY = URI.create("http://127.0.0.1:9");
  private static final String PAPERS =
      """
      {"id":"owl-1","title":"Text-to-Image Diffusion","abstract":"We synthesise photographs from a caption by denoising."}
      {"id":"owl-2","title":"End-to-End Speech Recognition","abstract":"A transformer transcribes spoken utterances into letters."}
      {"id":"owl-3","title":"Folding Proteins","abstract":"Structures of amino acid chains are predicted from their sequence."}
      {"id":"owl-4","title":"Sparse Routing","abstract":"Tokens choose among experts, so that a large network stays cheap."}
      {"id":"owl-5","title":"Bandits with Delay","abstract":"Rewards that arrive late change how an agent explores its actions."}
      {"id":"owl-6","title":"Weather from Data","abstract":"Ten-day forecasts of wind and rain are learned from reanalysis."}
      """;

  @TempDir Path home;
  private final List<String> shown = new ArrayList<>();

  @Test
  void findsByMeaningWhatNoWordMeetsAndSaysSoInStatus() throws IOException {
    Path file = Files.writeString(home.resolve("owls.jsonl"), PAPERS);
    try (Paperboy paperboy = open(Optional.of(EmbeddingModel.MINILM))) {
      assertThat(answer(paperboy, "import " + file).status()).isEqualTo(Status.ANSWERED);
      assertThat(shown).contains("Reading papers for search by meaning");

      assertThat(first(paperboy, "drawing pictures")).isEqualTo("owl-1");
      assertThat(first(paperboy, "dictation software")).isEqualTo("owl-2");
      assertThat(first(paperboy, "biology molecules")).isEqualTo("owl-3");
      assertThat(first(paperboy, "meteorology")).isEqualTo("owl-6");
      assertThat(first(paperboy, "caption")).isEqualTo("owl-1");
      assertThat(words(answer(paperboy, "status")))
          .contains("Search by words and by meaning (minilm/256), all papers read for it");
    }
    shown.clear();
    try (Paperboy again = open(Optional.of(EmbeddingModel.MINILM))) {
      assertThat(first(again, "meteorology")).isEqualTo("owl-6");
      assertThat(shown).isEmpty();
    }
    try (Paperboy words = open(Optional.empty())) {
      assertThat(papers(answer(words, "search meteorology"))).isEmpty();
      assertThat(words(answer(words, "status")))
          .contains("Search by words alone: PAPERBOY_VECTORS is off");
    }
  }

  @Test
  void nonsenseIsAnsweredByTheNearestAndSaysThatNothingIsClose() throws IOException {
    Path file = Files.writeString(home.resolve("owls.jsonl"), PAPERS);
    try (Paperboy paperboy = open(Optional.of(EmbeddingModel.MINILM))) {
      answer(paperboy, "import " + file);
      Message message = answer(paperboy, "search tax return deadline");

      assertThat(((Content.Papers) message.content()).notes()).contains("no close match");
      assertThat(papers(message)).isNotEmpty();
    }
  }

  @Test
  void aSentenceWithCommasThatNoPaperHoldsIsRankedByItsWords() throws IOException {
    Path file = Files.writeString(home.resolve("owls.jsonl"), PAPERS);
    try (Paperboy paperboy = open(Optional.empty())) {
      answer(paperboy, "import " + file);
      Message message = answer(paperboy, "search spoken words, made letters");

      assertThat(papers(message)).first().isEqualTo("owl-2");
      assertThat(((Content.Papers) message.content()).notes()).contains("ranked by words");
      assertThat(papers(answer(paperboy, "search \"spoken words\", \"made letters\""))).isEmpty();
    }
  }

  @Test
  void theCommasBracketsAndQuotesOfASentenceAreItsPunctuation() throws IOException {
    Path file = Files.writeString(home.resolve("owls.jsonl"), PAPERS);
    try (Paperboy paperboy = open(Optional.empty())) {
      answer(paperboy, "import " + file);
      for (String question :
          List.of(
              "how are spoken words, in a room, made letters?",
              "how is what (e.g. in a room) was spoken made a row of letters",
              "what is in the 3\" rooms (in which it was spoken into letters",
              "how is \"what was never written\" but spoken made a row of letters")) {
        assertThat(papers(answer(paperboy, "search " + question))).first().isEqualTo("owl-2");
      }
    }
  }

  private Paperboy open(Optional<EmbeddingModel> embeddings) {
    Progress progress = (what, done, total) -> shown.add(what);
    return Paperboy.open(
        new Settings(
            home.resolve("data"),
            Optional.empty(),
            NOBODY,
            NOBODY,
            Optional.empty(),
            Optional.empty(),
            false,
            embeddings,
            Limits.USUAL,
            List.of()),
        new SettableClock("2026-08-12T09:12:00Z"),
        progress,
        true);
  }

  private static Message answer(Paperboy paperboy, String line) {
    return paperboy.answer(line, CALLER);
  }

  private static String first(Paperboy paperboy, String question) {
    return papers(answer(paperboy, "search " + question)).getFirst();
  }

  private static List<String> papers(Message message) {
    return ((Content.Papers) message.content())
        .papers().stream().map(view -> view.known().id().value()).toList();
  }

  private static String words(Message message) {
    return ((Content.Words) message.content()).text();
  }
}
