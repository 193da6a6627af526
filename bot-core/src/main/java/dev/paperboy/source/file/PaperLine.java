package dev.paperboy.source.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import dev.paperboy.source.BrokenFile;
import dev.paperboy.source.Incoming;
import dev.paperboy.source.JsonText;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One line of {@link JsonLines} while it is read. */
final class PaperLine {
  private final JsonParser parser;
  private final long line;
  private @Nullable PaperId id;

  /** As much of an abstract stands for a title that is blank. */
  private static final int HEAD = 80;

  private @Nullable String title;
  private boolean titleIsBlank;
  private @Nullable String abstractText;
  private List<String> authors = List.of();
  private @Nullable String organization;
  private List<String> topics = List.of();
  private @Nullable String aiSummary;
  private @Nullable LocalDate published;
  private @Nullable String code;
  private @Nullable String project;
  private @Nullable String thumbnail;
  private boolean withdrawn;
  private @Nullable LocalDate listed;
  private @Nullable Integer upvotes;
  private @Nullable Moment upvotesAsOf;
  private @Nullable Integer comments;
  private @Nullable Integer stars;
  private @Nullable Integer snapshotUpvotes;
  private @Nullable LocalDate snapshotDate;

  /** A date, or a time of it where that is known. */
  private record Moment(LocalDate date, @Nullable Instant time) {
    static Optional<Moment> parse(String text) {
      return Incoming.date(text).map(date -> new Moment(date, Incoming.instant(text).orElse(null)));
    }

    Instant notAfter(Instant now) {
      return time == null || time.isAfter(now) ? Incoming.morningOf(date, now) : time;
    }
  }

  PaperLine(JsonParser parser, long line) {
    this.parser = parser;
    this.line = line;
  }

  Sighting read(Instant now) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_NULL || !known(key)) {
        parser.skipChildren();
      }
    }
    if (id == null) {
      throw missing("id");
    }
    if (titleIsBlank && abstractText != null && !abstractText.isEmpty()) {
      title = head(abstractText);
    }
    if (title == null) {
      throw missing("title");
    }
    if (abstractText == null) {
      throw missing("abstract");
    }
    Paper paper =
        new Paper(
            id,
            title,
            abstractText,
            authors,
            organization,
            topics,
            aiSummary,
            published,
            code,
            project,
            thumbnail,
            withdrawn);
    return new Sighting(paper, signals(now), listed);
  }

  /** Takes the value of a key that means something; false leaves it untouched. */
  private boolean known(String key) throws IOException {
    switch (key) {
      case "id" -> id = paperId(text(key));
      case "title" -> {
        title = Incoming.textOrNull(text(key));
        titleIsBlank = title == null;
      }
      case "abstract" -> abstractText = Incoming.text(text(key));
      case "authors" -> authors = authors();
      case "organization" -> organization = organization();
      case "ai_keywords" -> topics = Incoming.topics(texts(key));
      case "ai_summary" -> aiSummary = Incoming.textOrNull(text(key));
      case "publishedAt", "published" -> published = date(key);
      case "githubRepo" -> code = Incoming.code(text(key));
      case "projectPage" -> project = Incoming.link(text(key));
      case "thumbnail" -> thumbnail = Incoming.link(text(key));
      case "withdrawnAt" -> withdrawn = !text(key).isBlank();
      case "dailyDate" -> listed = date(key);
      case "upvotes" -> upvotes = count(key);
      case "upvotesAsOf" -> upvotesAsOf = moment(key, Moment::parse);
      case "numComments" -> comments = count(key);
      case "githubStars" -> stars = count(key);
      case "snapshotUpvotes" -> snapshotUpvotes = count(key);
      case "snapshotDate" -> snapshotDate = date(key);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Oldest first; of two as of the same moment the one that knows more. */
  private List<Signal> signals(Instant now) {
    List<Signal> signals = new ArrayList<>(2);
    Signal latest = null;
    if (upvotes != null) {
      Instant at = upvotesAsOf == null ? now : upvotesAsOf.notAfter(now);
      latest = new Signal(upvotes, comments == null ? 0 : comments, stars, at);
      signals.add(latest);
    }
    if (snapshotUpvotes != null && snapshotDate != null) {
      Signal snapshot = new Signal(snapshotUpvotes, 0, null, Incoming.morningOf(snapshotDate, now));
      if (latest == null || snapshot.at().isBefore(latest.at())) {
        signals.addFirst(snapshot);
      } else if (snapshot.at().isAfter(latest.at())) {
        signals.addLast(snapshot);
      }
    }
    return signals;
  }

  private PaperId paperId(String text) {
    try {
      return PaperId.parse(text).orElseGet(() -> new PaperId(text.strip()));
    } catch (IllegalArgumentException e) {
      throw new BrokenFile(
          line,
          "expected as \"id\" an arXiv id or 1 to 40 of A-Z a-z 0-9 . _ -, found \""
              + Incoming.start(Incoming.text(text), 60)
              + "\"");
    }
  }

  private String text(String key) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw expected("a text", key);
    }
    return parser.getText();
  }

  private int count(String key) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        || parser.getNumberType() != JsonParser.NumberType.INT
        || parser.getIntValue() < 0) {
      throw expected("a whole number from 0 up", key);
    }
    return parser.getIntValue();
  }

  private LocalDate date(String key) throws IOException {
    return moment(key, Incoming::date);
  }

  private <T> T moment(String key, Function<String, Optional<T>> parse) throws IOException {
    String text = text(key);
    return parse
        .apply(text)
        .orElseThrow(() ->
            new BrokenFile(
                line,
                "expected a date like 2026-08-12 for \""
                    + key
                    + "\", found \""
                    + Incoming.start(Incoming.text(text), 40)
                    + "\""));
  }

  private List<String> texts(String key) throws IOException {
    if (!parser.hasToken(JsonToken.START_ARRAY)) {
      throw expected("a list of texts", key);
    }
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        throw expected("a list of texts", key);
      }
      texts.add(parser.getText());
    }
    return texts;
  }

  /** Names as texts, or as objects with a name of which some are hidden. */
  private List<String> authors() throws IOException {
    if (!parser.hasToken(JsonToken.START_ARRAY)) {
      throw expected("a list of names", "authors");
    }
    List<String> names = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String name = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : author();
      String clean = Incoming.textOrNull(name);
      if (clean != null) {
        names.add(clean);
      }
    }
    return names;
  }

  private @Nullable String author() throws IOException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw expected("a list of names", "authors");
    }
    String name = null;
    boolean hidden = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals("name") && value == JsonToken.VALUE_STRING) {
        name = parser.getText();
      }
      hidden |= key.equals("hidden") && value == JsonToken.VALUE_TRUE;
      parser.skipChildren();
    }
    return hidden ? null : name;
  }

  private @Nullable String organization() throws IOException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      return Incoming.textOrNull(text("organization"));
    }
    String full = null;
    String name = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        switch (key) {
          case "fullname" -> full = Incoming.textOrNull(parser.getText());
          case "name" -> name = Incoming.textOrNull(parser.getText());
          default -> {}
        }
      }
      parser.skipChildren();
    }
    return full == null ? name : full;
  }

  private BrokenFile expected(String what, String key) {
    JsonToken found = parser.currentToken();
    return new BrokenFile(
        line,
        "expected "
            + what
            + " for \""
            + key
            + "\", found "
            + (found == null ? "nothing" : JsonText.kind(found)));
  }

  /** Old collections leave a title out now and then: the paper is known by how it begins. */
  private static String head(String text) {
    String start = Incoming.start(text, HEAD);
    if (start.length() == text.length()) {
      return text;
    }
    int space = start.lastIndexOf(' ');
    return (space > 0 ? start.substring(0, space) : start) + " …";
  }

  private BrokenFile missing(String key) {
    return new BrokenFile(line, "expected a text for \"" + key + "\", found none");
  }
}
