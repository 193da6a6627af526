package dev.paperboy.source.sample;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Twenty real papers of 2026-08-12, so that a terminal with no network and nothing stored has
 * something true to show. Titles, authors, links and popularity are those of Hugging Face's list on
 * that morning; the abstracts are retold by Paperboy, 80 to 130 words each, and no paper carries a
 * summary of Hugging Face's.
 *
 * <p>It is not a {@link dev.paperboy.source.PaperSource}: it answers for its own date alone and
 * never stands in for another.
 */
public final class SampleEdition {
  private static final String RESOURCE = "2026-08-12.json";
  // every key is written out in the file, absent facts as null, so a misspelt key is a failure
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(Content.class);

  private final String note;
  private final LocalDate date;
  private final Instant capturedAt;
  private final List<Sighting> papers;

  private SampleEdition(Content content) {
    note = content.note();
    date = LocalDate.parse(content.date());
    capturedAt = Instant.parse(content.capturedAt());
    papers = content.papers().stream().map(row -> row.sighting(date, capturedAt)).toList();
  }

  /**
   * Reads the edition from the program's own files, anew at each call.
   *
   * @throws UncheckedIOException where the program was built without it or with one that is no such
   *     JSON
   */
  public static SampleEdition load() {
    try (InputStream content = SampleEdition.class.getResourceAsStream(RESOURCE)) {
      if (content == null) {
        throw new IOException("it was built without " + RESOURCE);
      }
      return new SampleEdition(READER.readValue(content));
    } catch (IOException e) {
      throw new UncheckedIOException("sample: the bundled edition is broken", e);
    }
  }

  /** What the edition is and what of it is retold, in two sentences for people. */
  public String note() {
    return note;
  }

  /** The UTC date of the list. */
  public LocalDate date() {
    return date;
  }

  /** When the list looked like this: the morning of its date, before it was complete. */
  public Instant capturedAt() {
    return capturedAt;
  }

  /** In the list's order, upvotes descending; each with one signal, of {@link #capturedAt()}. */
  public List<Sighting> papers() {
    return papers;
  }

  private record Content(String note, String date, String capturedAt, List<Row> papers) {}

  private record Row(
      String id,
      String title,
      List<String> authors,
      @Nullable String organization,
      String retoldAbstract,
      List<String> topics,
      String published,
      int upvotes,
      int comments,
      @Nullable Integer stars,
      @Nullable String code,
      @Nullable String project,
      String thumbnail) {

    Sighting sighting(LocalDate listed, Instant at) {
      Paper paper =
          new Paper(
              new PaperId(id),
              title,
              retoldAbstract,
              authors,
              organization,
              topics,
              null,
              LocalDate.parse(published),
              code,
              project,
              thumbnail,
              false);
      return new Sighting(paper, List.of(new Signal(upvotes, comments, stars, at)), listed);
    }
  }
}
