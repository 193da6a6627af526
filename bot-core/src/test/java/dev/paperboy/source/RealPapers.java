package dev.paperboy.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The rows of {@code papers.jsonl.gz}, with what measures need; skips where there are none. */
public final class RealPapers {
  /**
   * One paper.
   *
   * @param place its line, from 0
   * @param morning its upvotes on the morning of its list; null where nobody looked
   * @param upvotes those of {@code upvotesAsOf}
   */
  public record Row(
      int place,
      String id,
      String title,
      String abstractText,
      List<String> authors,
      @Nullable String organization,
      List<String> topics,
      @Nullable String aiSummary,
      boolean hasCode,
      boolean hasProject,
      LocalDate listed,
      @Nullable LocalDate morningDate,
      @Nullable Integer morning,
      int morningRank,
      int upvotes,
      LocalDate upvotesAsOf) {}

  private RealPapers() {}

  public static List<Row> read() throws IOException {
    String data = System.getProperty("paperboy.data", "");
    Path file = Path.of(data).resolve("huggingface").resolve("papers.jsonl.gz");
    Assumptions.assumeTrue(!data.isEmpty() && Files.isRegularFile(file));
    ObjectMapper json = new ObjectMapper();
    List<Row> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(row(rows.size(), json.readTree(line)));
      }
    }
    return rows;
  }

  private static Row row(int place, JsonNode row) {
    boolean seen = row.hasNonNull("snapshotUpvotes");
    return new Row(
        place,
        row.path("id").asText(),
        row.path("title").asText(),
        row.path("abstract").asText(),
        texts(row.path("authors")),
        text(row.path("organization")),
        texts(row.path("ai_keywords")),
        text(row.path("ai_summary")),
        row.hasNonNull("githubRepo"),
        row.hasNonNull("projectPage"),
        LocalDate.parse(row.path("dailyDate").asText().substring(0, 10)),
        seen ? LocalDate.parse(row.path("snapshotDate").asText().substring(0, 10)) : null,
        seen ? row.path("snapshotUpvotes").asInt() : null,
        row.path("snapshotRank").asInt(),
        row.path("upvotes").asInt(),
        LocalDate.parse(row.path("upvotesAsOf").asText().substring(0, 10)));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
