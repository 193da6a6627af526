package dev.paperboy.source.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the sample against the list it was made from, where a folder of real inputs is given. */
class SampleAgainstTheRealListTest {
  private static final int LONGEST_RUN = 5;

  private record Pair(Sighting sample, JsonNode row) {
    Paper paper() {
      return sample.paper();
    }

    JsonNode real() {
      return row.path("paper");
    }
  }

  @Test
  void tellsTheListsFacts() throws IOException {
    assertThat(pairs())
        .allSatisfy(pair -> {
          Paper paper = pair.paper();
          JsonNode real = pair.real();
          assertThat(paper.id().value()).isEqualTo(text(real, "id"));
          assertThat(paper.title()).isEqualTo(text(real, "title"));
          assertThat(paper.authors()).isEqualTo(visibleAuthors(real));
          assertThat(paper.organization()).isEqualTo(text(real.path("organization"), "fullname"));
          assertThat(texts(real.path("ai_keywords"))).containsAll(paper.topics());
          assertThat(paper.published()).hasToString(day(real, "publishedAt"));
          assertThat(pair.sample().listed()).hasToString(day(real, "submittedOnDailyAt"));
        });
  }

  @Test
  void tellsTheListsPopularityAndLinks() throws IOException {
    assertThat(pairs())
        .allSatisfy(pair -> {
          Paper paper = pair.paper();
          Signal signal = pair.sample().signals().getFirst();
          JsonNode real = pair.real();
          assertThat(signal.upvotes()).isEqualTo(integer(real, "upvotes"));
          assertThat(signal.comments()).isEqualTo(integer(pair.row(), "numComments"));
          assertThat(signal.stars()).isEqualTo(integer(real, "githubStars"));
          assertThat(paper.code()).isEqualTo(text(real, "githubRepo"));
          assertThat(paper.project()).isEqualTo(text(real, "projectPage"));
          assertThat(paper.thumbnail()).isEqualTo(text(pair.row(), "thumbnail"));
        });
  }

  @Test
  void tellsEveryAbstractInItsOwnWords() throws IOException {
    assertThat(pairs())
        .allSatisfy(pair -> {
          String retold = pair.paper().abstractText();
          assertThat(Wording.longestSharedRun(retold, original(pair)))
              .as("%s, shared with the abstract", pair.paper().id())
              .hasSizeLessThanOrEqualTo(LONGEST_RUN);
          assertThat(Wording.longestSharedRun(retold, pair.real().path("ai_summary").asText()))
              .as("%s, shared with the summary", pair.paper().id())
              .hasSizeLessThanOrEqualTo(LONGEST_RUN);
        });
  }

  @Test
  void bringsInNoNumberAndNoNameThatTheOriginalLacks() throws IOException {
    assertThat(pairs())
        .allSatisfy(pair ->
            assertThat(
                    Wording.numbersAndNamesNotIn(
                        pair.paper().title() + " " + original(pair), pair.paper().abstractText()))
                .as("%s", pair.paper().id())
                .isEmpty());
  }

  private static String original(Pair pair) {
    return pair.real().path("summary").asText();
  }

  private static List<Pair> pairs() throws IOException {
    String data = System.getProperty("paperboy.data", "");
    Path list = Path.of(data, "huggingface", "daily", "2026-08-12.json");
    assumeTrue(!data.isEmpty() && Files.exists(list), "no folder of real inputs given");
    List<Sighting> papers = SampleEdition.load().papers();
    List<Pair> pairs = new ArrayList<>();
    try (InputStream content = Files.newInputStream(list)) {
      JsonNode rows = new ObjectMapper().readTree(content);
      assertThat(rows).hasSameSizeAs(papers);
      for (int i = 0; i < papers.size(); i++) {
        pairs.add(new Pair(papers.get(i), rows.path(i)));
      }
    }
    return pairs;
  }

  private static List<String> visibleAuthors(JsonNode paper) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : paper.path("authors")) {
      if (!author.path("hidden").booleanValue()) {
        names.add(collapsed(author.path("name").asText()));
      }
    }
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static String day(JsonNode node, String key) {
    return node.path(key).asText().substring(0, "2026-08-12".length());
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isTextual() ? collapsed(value.textValue()) : null;
  }

  private static @Nullable Integer integer(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isInt() ? value.intValue() : null;
  }

  private static String collapsed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
