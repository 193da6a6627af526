package dev.paperboy.source.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.paperboy.paper.Sighting;
import dev.paperboy.source.BrokenFile;
import dev.paperboy.source.JsonText;
import dev.paperboy.source.PaperFormat;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * One paper a line, as a JSON object; blank lines are skipped, keys that are not known are ignored.
 *
 * <p>{@code id}, {@code title} and {@code abstract} must be there, one of the last two may be
 * empty: a paper without a title is called by the beginning of its abstract. {@code dailyDate} is
 * the date the paper was listed; {@code upvotes}, {@code numComments} and {@code githubStars} are
 * its popularity as of {@code upvotesAsOf} (as of now without it), {@code snapshotUpvotes} those as
 * of {@code snapshotDate}; of a moment that is only a date, 09:00 UTC. Besides: {@code authors},
 * {@code organization}, {@code publishedAt} or {@code published}, {@code ai_summary}, {@code
 * ai_keywords}, {@code githubRepo}, {@code projectPage}, {@code thumbnail} and {@code withdrawnAt}.
 * A key of another type than expected breaks the file; {@code null} is as good as not there.
 */
public final class JsonLines implements PaperFormat {
  private final InstantSource clock;

  public JsonLines(InstantSource clock) {
    this.clock = clock;
  }

  /** Whatever begins as an object. Ask formats that look closer first. */
  @Override
  public boolean recognises(String head) {
    return head.stripLeading().startsWith("{");
  }

  @Override
  public void read(InputStream content, String fileName, Consumer<Sighting> each)
      throws IOException {
    Instant now = clock.instant();
    ByteLines lines = new ByteLines(content);
    while (lines.next()) {
      if (!lines.isBlank()) {
        each.accept(sighting(lines, now));
      }
    }
  }

  private static Sighting sighting(ByteLines lines, Instant now) throws IOException {
    try (JsonParser parser =
        JsonText.factory().createParser(lines.buffer(), lines.from(), lines.length())) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw new BrokenFile(
            lines.number(),
            "expected a paper as a JSON object, found "
                + (first == null ? "nothing" : JsonText.kind(first)));
      }
      Sighting sighting = new PaperLine(parser, lines.number()).read(now);
      if (parser.nextToken() != null) {
        throw new BrokenFile(lines.number(), "expected one paper a line, found more");
      }
      return sighting;
    } catch (JsonProcessingException e) {
      throw JsonText.broken(e, lines.number());
    }
  }
}
