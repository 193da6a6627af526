package dev.paperboy.source.huggingface;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.paper.Sighting;
import dev.paperboy.source.BrokenFile;
import dev.paperboy.source.Incoming;
import dev.paperboy.source.JsonText;
import dev.paperboy.source.PaperFormat;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Saved answers of Hugging Face: lists, or papers standing alone. A list's row is listed on the
 * date it names, else on the date in the file's name. Its popularity is held to be as of 09:00 UTC
 * of the later of the two; where there is neither, as of now. A row that is no paper breaks the
 * file.
 */
public final class HuggingFaceBodies implements PaperFormat {
  private static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");

  private final InstantSource clock;

  public HuggingFaceBodies(InstantSource clock) {
    this.clock = clock;
  }

  /** A list, or an object that has a paper within or is one as Hugging Face writes it. */
  @Override
  public boolean recognises(String head) {
    String start = head.stripLeading();
    if (!start.startsWith("{")) {
      return start.startsWith("[");
    }
    boolean likely = false;
    try (JsonParser parser = JsonText.factory().createParser(start)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("abstract")) {
          return false;
        }
        likely |= name.equals("summary") || (name.equals("paper") && isObject(value));
        if (name.equals("authors") && value == JsonToken.START_ARRAY) {
          likely |= isObject(parser.nextToken());
          while (parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
          }
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      return likely; // the head ends anywhere
    }
    return likely;
  }

  private static boolean isObject(@Nullable JsonToken token) {
    return token == JsonToken.START_OBJECT;
  }

  @Override
  public void read(InputStream content, String fileName, Consumer<Sighting> each)
      throws IOException {
    LocalDate ofFile = date(fileName).orElse(null);
    Instant now = clock.instant();
    try {
      HuggingFaceRows.<BrokenFile>each(
          content,
          (row, line, inList) -> each.accept(sighting(row, line, inList ? ofFile : null, now)));
    } catch (JsonProcessingException e) {
      throw JsonText.broken(e, 0);
    }
  }

  private static Sighting sighting(
      JsonNode node, long line, @Nullable LocalDate ofFile, Instant now) {
    HuggingFaceRow row;
    try {
      row = HuggingFaceRow.read(node);
    } catch (HuggingFaceRow.Broken e) {
      throw new BrokenFile(line, String.valueOf(e.getMessage()));
    }
    LocalDate seen = row.listed();
    if (ofFile != null && (seen == null || ofFile.isAfter(seen))) {
      seen = ofFile;
    }
    return row.sighting(seen == null ? now : Incoming.morningOf(seen, now), ofFile);
  }

  private static Optional<LocalDate> date(String fileName) {
    String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), 0));
    Matcher dates = DATE.matcher(name);
    while (dates.find()) {
      Optional<LocalDate> date = Incoming.date(dates.group());
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }
}
