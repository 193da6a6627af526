package dev.paperboy.source.huggingface;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.paper.Sighting;
import dev.paperboy.source.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The bodies of Hugging Face's answers, as lists of rows or as one paper. */
final class HuggingFaceRows {
  private static final ObjectMapper MAPPER = new ObjectMapper(JsonText.factory());

  /**
   * One page of a list.
   *
   * @param rows how many there were, readable or not
   */
  record Page(List<Sighting> papers, int rows, int skipped) {
    Page {
      papers = List.copyOf(papers);
    }
  }

  /** Told each row as it stands, and the 1-based line it begins on. */
  interface EachRow<X extends Exception> {
    /**
     * @param inList whether the row stands in a list, or alone
     */
    void row(JsonNode row, long line, boolean inList) throws X;
  }

  private HuggingFaceRows() {}

  /** A list; rows that are broken are left out and counted. */
  static Page page(byte[] body, Instant at) throws IOException {
    try (JsonParser parser = JsonText.factory().createParser(body)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("not a list");
      }
      List<Sighting> papers = new ArrayList<>();
      int rows = 0;
      int skipped = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        JsonNode row = tree(parser);
        rows++;
        try {
          papers.add(HuggingFaceRow.read(row).sighting(at, null));
        } catch (HuggingFaceRow.Broken e) {
          skipped++;
        }
      }
      mustEnd(parser);
      return new Page(papers, rows, skipped);
    }
  }

  /** One paper, standing alone. */
  static Sighting paper(byte[] body, Instant at) throws IOException {
    try (JsonParser parser = JsonText.factory().createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      JsonNode row = tree(parser);
      mustEnd(parser);
      return HuggingFaceRow.read(row).sighting(at, null);
    } catch (HuggingFaceRow.Broken e) {
      throw new IOException(e);
    }
  }

  /**
   * A file of lists or papers, one after another; only one row is held at a time.
   *
   * @throws JsonProcessingException where the content is not JSON
   */
  static <X extends Exception> void each(InputStream content, EachRow<X> each)
      throws IOException, X {
    try (JsonParser parser = JsonText.factory().createParser(content)) {
      while (true) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return;
        }
        if (token != JsonToken.START_ARRAY) {
          long line = parser.currentTokenLocation().getLineNr();
          each.row(tree(parser), line, false);
          continue;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          long line = parser.currentTokenLocation().getLineNr();
          each.row(tree(parser), line, true);
        }
      }
    }
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    JsonNode node = MAPPER.readTree(parser);
    if (node == null) {
      throw new IOException("ends in the middle");
    }
    return node;
  }

  private static void mustEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new IOException("more than one value");
    }
  }
}
