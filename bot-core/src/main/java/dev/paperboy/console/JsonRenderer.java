package dev.paperboy.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message for programs: one JSON object on one line, without the line feed. Strings from
 * outside lose what could steer a terminal, line breaks and tabs apart, which JSON escapes.
 */
final class JsonRenderer {
  private static final int SCORE_PLACES = 4;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final JsonGenerator json;

  private JsonRenderer(JsonGenerator json) {
    this.json = json;
  }

  static String render(Message message) {
    return render(message.content());
  }

  static String render(Content content) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      new JsonRenderer(json).content(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  /** Fields of their own, as one object; the order is that of the map. */
  static String render(Map<String, Object> fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      new JsonRenderer(json).value(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private void content(Content content) throws IOException {
    json.writeStartObject();
    switch (content) {
      case Content.Papers papers -> papers(papers);
      case Content.Words words -> words(words);
      case Content.Problem problem -> problem(problem);
    }
    json.writeEndObject();
  }

  private void papers(Content.Papers papers) throws IOException {
    json.writeArrayFieldStart("papers");
    for (PaperView view : papers.papers()) {
      paper(view);
    }
    json.writeEndArray();
    json.writeNumberField("total", papers.total());
    string("asOf", papers.asOf() == null ? null : papers.asOf().truncatedTo(ChronoUnit.SECONDS));
    string("source", papers.source() == null ? null : papers.source().word());
    strings("notes", papers.notes());
  }

  private void paper(PaperView view) throws IOException {
    Paper paper = view.known().paper();
    json.writeStartObject();
    string("id", paper.id().value());
    string("title", view.title().stream().map(Span::text).collect(Collectors.joining()));
    strings("authors", paper.authors());
    string("organization", paper.organization());
    string("abstract", paper.abstractText());
    json.writeObjectFieldStart("summary");
    string("text", view.summary().text());
    string("second", view.summary().second());
    string("by", view.summary().by());
    json.writeEndObject();
    string("aiSummary", paper.aiSummary());
    strings("topics", paper.topics());
    string("listed", view.known().listed());
    string("published", paper.published());
    json.writeNumberField("upvotes", view.known().signal().upvotes());
    json.writeNumberField("comments", view.known().signal().comments());
    Integer stars = view.known().signal().stars();
    if (stars == null) {
      json.writeNullField("stars");
    } else {
      json.writeNumberField("stars", stars);
    }
    json.writeNumberField("score", rounded(view.score()));
    strings("marks", view.marks());
    json.writeObjectFieldStart("links");
    string("paper", TerminalText.address(paper.paperLink()));
    string("arxiv", TerminalText.address(paper.arxivLink()));
    string("pdf", TerminalText.address(paper.pdfLink()));
    string("code", TerminalText.address(paper.code()));
    string("project", TerminalText.address(paper.project()));
    string("thumbnail", TerminalText.address(paper.thumbnail()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static BigDecimal rounded(double score) {
    if (!Double.isFinite(score)) {
      return BigDecimal.ZERO;
    }
    BigDecimal rounded =
        BigDecimal.valueOf(score).setScale(SCORE_PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded;
  }

  private void words(Content.Words words) throws IOException {
    string("text", words.text());
    for (Map.Entry<String, Object> field : words.fields().entrySet()) {
      if (!field.getKey().equals("text")) {
        json.writeFieldName(TerminalText.data(field.getKey()));
        value(field.getValue());
      }
    }
  }

  private void problem(Content.Problem problem) throws IOException {
    json.writeObjectFieldStart("error");
    string("code", problem.code());
    string("message", problem.message());
    if (problem.column() != null) {
      json.writeNumberField("column", problem.column());
    }
    if (problem.near() != null) {
      string("near", problem.near());
    }
    json.writeEndObject();
  }

  private void string(String name, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, TerminalText.data(value.toString()));
    }
  }

  private void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(TerminalText.data(value));
    }
    json.writeEndArray();
  }

  private void value(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number when Double.isFinite(number) -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case BigInteger number -> json.writeNumber(number);
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          json.writeFieldName(TerminalText.data(String.valueOf(entry.getKey())));
          value(entry.getValue());
        }
        json.writeEndObject();
      }
      case Iterable<?> list -> {
        json.writeStartArray();
        for (Object element : list) {
          value(element);
        }
        json.writeEndArray();
      }
      default -> json.writeString(TerminalText.data(value.toString()));
    }
  }
}
