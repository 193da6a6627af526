package dev.paperboy.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hugging Face's daily papers as its public description has it: pages of at most 100 rows, an empty
 * list for a date without one, 400 for a date to come, 404 for a paper it does not hold.
 */
public final class FakeHuggingFace extends FakeServer {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final Map<String, String> lists = new ConcurrentHashMap<>();
  private final Map<String, String> papers = new ConcurrentHashMap<>();
  private volatile String found = "[]";
  private volatile LocalDate today = LocalDate.MAX;

  /** Lists the bodies of a folder, each under the date that is its name. */
  public static FakeHuggingFace replaying(Path folder) {
    FakeHuggingFace fake = new FakeHuggingFace();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        fake.list(
            name.substring(0, name.length() - 5), Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fake;
  }

  /** The dates, weeks and months that have a list, in order. */
  public Map<String, String> lists() {
    return new TreeMap<>(lists);
  }

  /** The whole list of a date, week or month. */
  public void list(String period, String body) {
    lists.put(period, body);
  }

  public void paper(String id, String body) {
    papers.put(id, body);
  }

  /** What every search finds. */
  public void found(String body) {
    found = body;
  }

  /** Later dates are refused. */
  public void today(LocalDate date) {
    today = date;
  }

  /** One row of the usual list becomes unreadable. */
  public static Mishap oneBrokenRow() {
    return changed(body -> {
      ArrayNode rows = rows(body);
      rows.insert(rows.size() / 2, "a row that is no paper");
      return rows.toString();
    });
  }

  @Override
  protected Answer answer(Request request) {
    if (request.path().equals("/api/daily_papers")) {
      return list(request);
    }
    if (request.path().equals("/api/papers/search")) {
      return page(found, 0, Integer.parseInt(request.parameter("limit", "20")));
    }
    String paper = papers.get(request.path().replace("/api/papers/", ""));
    return paper == null ? Answer.of(404, "{\"error\":\"Paper not found\"}") : Answer.ok(paper);
  }

  private Answer list(Request request) {
    int limit = Integer.parseInt(request.parameter("limit", "50"));
    int page = Integer.parseInt(request.parameter("p", "0"));
    String date = request.parameter("date", "");
    if (limit > 100) {
      return Answer.of(400, "{\"error\":\"expected number to be <=100\"}");
    }
    if (!date.isEmpty() && LocalDate.parse(date).isAfter(today)) {
      return Answer.of(400, "{\"error\":\"date is in the future\"}");
    }
    String period =
        date.isEmpty() ? request.parameter("week", request.parameter("month", "")) : date;
    return page(lists.getOrDefault(period, "[]"), page, limit);
  }

  private static Answer page(String body, int page, int limit) {
    ArrayNode rows = rows(body);
    ArrayNode some = MAPPER.createArrayNode();
    for (int i = page * limit; i < Math.min(rows.size(), (page + 1) * limit); i++) {
      some.add(rows.get(i));
    }
    return Answer.ok(some.toString());
  }

  private static ArrayNode rows(String body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      return (ArrayNode) node;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
