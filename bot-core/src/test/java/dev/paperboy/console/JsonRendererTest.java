package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.summary.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRendererTest {
  private static final Instant AT = Instant.parse("2026-08-12T09:12:00.123456Z");

  @Test
  void writesPapersKeyByKey() {
    Paper paper =
        new Paper(
            new PaperId("2608.10915"),
            "Fr'echet",
            "One.\nTwo \"quoted\".",
            List.of("Qianggang Ding", "Xingyao Wang"),
            "Example Lab",
            List.of("agents", "cs.AI"),
            "A model's words.",
            LocalDate.parse("2026-08-11"),
            "https://github.com/example/code",
            "ftp://example.org",
            "https://example.org/a b.png",
            false);
    PaperView view =
        new PaperView(
            new CatalogPaper(
                paper, LocalDate.parse("2026-08-12"), new Signal(72, 1, 4, AT), Origin.HUGGINGFACE),
            List.of(new Span.Plain("About "), new Span.Highlight("Fréchet")),
            new Summary("One.", "Two.", "abstract"),
            List.of(new Span.Plain("One.")),
            0.83456,
            List.of("new"));

    assertThat(
            JsonRenderer.render(
                new Content.Papers(
                    List.of(view), 20, AT, Origin.HUGGINGFACE, List.of("still filling"))))
        .isEqualTo(
            "{\"papers\":[{\"id\":\"2608.10915\",\"title\":\"About Fréchet\","
                + "\"authors\":[\"Qianggang Ding\",\"Xingyao Wang\"],"
                + "\"organization\":\"Example Lab\",\"abstract\":\"One.\\nTwo \\\"quoted\\\".\","
                + "\"summary\":{\"text\":\"One.\",\"second\":\"Two.\",\"by\":\"abstract\"},"
                + "\"aiSummary\":\"A model's words.\",\"topics\":[\"agents\",\"cs.AI\"],"
                + "\"listed\":\"2026-08-12\",\"published\":\"2026-08-11\","
                + "\"upvotes\":72,\"comments\":1,\"stars\":4,\"score\":0.8346,"
                + "\"marks\":[\"new\"],\"links\":{"
                + "\"paper\":\"https://huggingface.co/papers/2608.10915\","
                + "\"arxiv\":\"https://arxiv.org/abs/2608.10915\","
                + "\"pdf\":\"https://arxiv.org/pdf/2608.10915\","
                + "\"code\":\"https://github.com/example/code\",\"project\":null,"
                + "\"thumbnail\":\"https://example.org/a%20b.png\"}}],"
                + "\"total\":20,\"asOf\":\"2026-08-12T09:12:00Z\",\"source\":\"huggingface\","
                + "\"notes\":[\"still filling\"]}");
  }

  @Test
  void writesNullForWhatIsNotKnown() {
    Paper paper =
        new Paper(
            new PaperId("own-1"),
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
            false);
    PaperView view =
        new PaperView(
            new CatalogPaper(paper, null, Signal.NONE, Origin.IMPORT),
            List.of(new Span.Plain("T")),
            new Summary("", null, "abstract"),
            List.of(),
            0,
            List.of());

    assertThat(JsonRenderer.render(new Content.Papers(List.of(view), 1, null, null, List.of())))
        .isEqualTo(
            "{\"papers\":[{\"id\":\"own-1\",\"title\":\"T\",\"authors\":[],\"organization\":null,"
                + "\"abstract\":\"\",\"summary\":{\"text\":\"\",\"second\":null,\"by\":\"abstract\"},"
                + "\"aiSummary\":null,\"topics\":[],\"listed\":null,\"published\":null,"
                + "\"upvotes\":0,\"comments\":0,\"stars\":null,\"score\":0,\"marks\":[],"
                + "\"links\":{\"paper\":null,\"arxiv\":null,\"pdf\":null,\"code\":null,"
                + "\"project\":null,\"thumbnail\":null}}],"
                + "\"total\":1,\"asOf\":null,\"source\":null,\"notes\":[]}");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1",
    "0.5, 0.5",
    "0.00004, 0",
    "0.00005, 0.0001",
    "0.999951, 1",
    "NaN, 0",
    "-0.0, 0"
  })
  void roundsScoresToFourPlaces(double score, String written) {
    PaperView view = CannedPapers.comBodied();
    PaperView scored =
        new PaperView(
            view.known(), view.title(), view.summary(), view.summarySpans(), score, view.marks());

    assertThat(JsonRenderer.render(new Content.Papers(List.of(scored), 1, null, null, List.of())))
        .contains("\"score\":" + written + ",\"marks\"");
  }

  @Test
  void writesWordsWithFieldsOfTheirOwn() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("count", 3);
    fields.put("big", 5_000_000_000L);
    fields.put("share", 0.25);
    fields.put("exact", new BigDecimal("1E+3"));
    fields.put("on", true);
    fields.put("list", Arrays.asList("a", 1, null));
    fields.put("map", Map.of("date", LocalDate.parse("2026-08-12")));
    fields.put("text", "is said once");

    assertThat(JsonRenderer.render(new Content.Words("two\nlines\u001b[0m", fields)))
        .isEqualTo(
            "{\"text\":\"two\\nlines\",\"count\":3,\"big\":5000000000,\"share\":0.25,"
                + "\"exact\":1000,\"on\":true,\"list\":[\"a\",1,null],"
                + "\"map\":{\"date\":\"2026-08-12\"}}");
  }

  @Test
  void writesProblemsWithoutWhatTheyLack() {
    assertThat(JsonRenderer.render(new Content.Problem("bad-query", "Why.", 8, "x:y")))
        .isEqualTo(
            "{\"error\":{\"code\":\"bad-query\",\"message\":\"Why.\",\"column\":8,\"near\":\"x:y\"}}");
    assertThat(JsonRenderer.render(new Content.Problem("store", "Full.", null, null)))
        .isEqualTo("{\"error\":{\"code\":\"store\",\"message\":\"Full.\"}}");
  }
}
