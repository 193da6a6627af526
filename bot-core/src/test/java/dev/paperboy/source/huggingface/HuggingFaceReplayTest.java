package dev.paperboy.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.paper.Sighting;
import dev.paperboy.source.FakeHuggingFace;
import dev.paperboy.source.FakeTime;
import dev.paperboy.source.Incoming;
import dev.paperboy.source.Listing;
import dev.paperboy.source.Patience;
import dev.paperboy.source.RealData;
import dev.paperboy.when.Period;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Recorded lists, served over a real connection and read back. */
class HuggingFaceReplayTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void listsEveryRowOfEveryRecordedDayOnceAndInOrder() throws IOException {
    FakeTime time = new FakeTime("2026-09-01T00:00:00Z");
    try (FakeHuggingFace server =
        FakeHuggingFace.replaying(RealData.path("huggingface", "daily"))) {
      HuggingFace source =
          new HuggingFace(HuggingFace.upstream(server.base(), time).pause(time).build());
      assertThat(server.lists()).isNotEmpty();
      for (Map.Entry<String, String> list : server.lists().entrySet()) {
        LocalDate date = LocalDate.parse(list.getKey());
        Listing listing = source.papersOn(new Period.Day(date), Patience.COMMAND);
        check(MAPPER.readTree(list.getValue()), listing.papers(), date);
        assertThat(listing.skipped()).as(list.getKey()).isZero();
      }
      assertThat(time.pauses()).isEmpty();
    }
  }

  @Test
  void readsTheSameFilesAsTheAnswersTheyWere() throws IOException {
    HuggingFaceBodies format = new HuggingFaceBodies(new FakeTime("2026-09-01T00:00:00Z"));
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(RealData.path("huggingface", "daily"), "*.json")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        LocalDate date = LocalDate.parse(name.substring(0, 10));
        List<Sighting> papers = new ArrayList<>();
        try (var content = Files.newInputStream(file)) {
          format.read(content, name, papers::add);
        }
        check(MAPPER.readTree(file.toFile()), papers, date);
      }
    }
  }

  private static void check(JsonNode rows, List<Sighting> papers, LocalDate date) {
    assertThat(papers).as(date.toString()).hasSize(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      JsonNode inner = rows.get(i).path("paper");
      Sighting one = papers.get(i);
      assertThat(one.paper().id().value()).isEqualTo(inner.path("id").asText());
      assertThat(one.paper().title()).isEqualTo(Incoming.text(inner.path("title").asText()));
      assertThat(one.paper().abstractText())
          .isEqualTo(Incoming.text(inner.path("summary").asText()));
      assertThat(one.signals()).hasSize(1);
      assertThat(one.signals().get(0).upvotes()).isEqualTo(inner.path("upvotes").asInt());
      assertThat(one.signals().get(0).comments())
          .isEqualTo(rows.get(i).path("numComments").asInt());
      assertThat(one.listed()).isEqualTo(date);
      assertThat(one.paper().published())
          .hasToString(inner.path("publishedAt").asText().substring(0, 10));
      assertThat(one.paper().code() != null).isEqualTo(inner.hasNonNull("githubRepo"));
      assertThat(one.paper().thumbnail() != null).isEqualTo(rows.get(i).hasNonNull("thumbnail"));
    }
  }
}
