package dev.paperboy.source.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import dev.paperboy.source.Incoming;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list ({@code paper} inside, the rest around it), or a paper standing alone, flat.
 * Upvotes, stars and dates are taken from the inner object, where they can be trusted; comments and
 * the picture from the outer one, where they stand. Whatever else a row lacks or has in another
 * type counts as not said.
 *
 * @param upvotes null where the row names none: then nothing is known of its popularity
 * @param listed the date it was put on the daily list
 */
record HuggingFaceRow(
    Paper paper,
    @Nullable Integer upvotes,
    int comments,
    @Nullable Integer stars,
    @Nullable LocalDate listed) {

  /** A row that is no paper; the message says what was expected. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private Broken(String expected) {
      super(expected);
    }
  }

  /**
   * @param seenAt when the popularity was as the row says
   * @param otherwiseListed for a row that does not say on which date it was listed
   */
  Sighting sighting(Instant seenAt, @Nullable LocalDate otherwiseListed) {
    List<Signal> signals =
        upvotes == null ? List.of() : List.of(new Signal(upvotes, comments, stars, seenAt));
    return new Sighting(paper, signals, listed == null ? otherwiseListed : listed);
  }

  static HuggingFaceRow read(JsonNode row) throws Broken {
    if (!row.isObject()) {
      throw new Broken("expected a paper as an object");
    }
    JsonNode inner = row.path("paper").isObject() ? row.path("paper") : row;
    return new HuggingFaceRow(
        paper(inner, row),
        count(inner.path("upvotes")),
        comments(inner, row),
        count(inner.path("githubStars")),
        date(inner.path("submittedOnDailyAt")));
  }

  private static Paper paper(JsonNode inner, JsonNode outer) throws Broken {
    String title = text(inner.path("title"));
    if (title == null) {
      title = text(outer.path("title"));
    }
    PaperId id = id(inner.path("id"));
    if (title == null) {
      throw new Broken("expected a title for " + id);
    }
    String summary = text(inner.path("summary"));
    if (summary == null) {
      summary = text(outer.path("summary"));
    }
    String thumbnail = Incoming.link(outer.path("thumbnail").textValue());
    if (thumbnail == null) {
      thumbnail = Incoming.link(outer.path("thumbnailUrl").textValue());
    }
    String organization = organization(inner.path("organization"));
    if (organization == null) {
      organization = organization(outer.path("organization"));
    }
    return new Paper(
        id,
        title,
        summary == null ? "" : summary,
        authors(inner.path("authors")),
        organization,
        Incoming.topics(texts(inner.path("ai_keywords"))),
        text(inner.path("ai_summary")),
        date(inner.path("publishedAt")),
        Incoming.code(inner.path("githubRepo").textValue()),
        Incoming.link(inner.path("projectPage").textValue()),
        thumbnail,
        inner.hasNonNull("withdrawnAt"));
  }

  private static PaperId id(JsonNode node) throws Broken {
    String text = node.textValue();
    if (text == null) {
      throw new Broken("expected a paper with an id");
    }
    try {
      return PaperId.parse(text).orElseGet(() -> new PaperId(text.strip()));
    } catch (IllegalArgumentException e) {
      throw new Broken("expected an arXiv id, found " + Incoming.start(Incoming.text(text), 60));
    }
  }

  private static List<String> authors(JsonNode list) {
    List<String> names = new ArrayList<>(list.size());
    for (JsonNode author : list) {
      if (author.path("hidden").asBoolean(false)) {
        continue;
      }
      String name = text(author.isTextual() ? author : author.path("name"));
      if (name == null) {
        name = text(author.path("user").path("fullname"));
      }
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static @Nullable String organization(JsonNode node) {
    if (node.isTextual()) {
      return text(node);
    }
    String full = text(node.path("fullname"));
    return full == null ? text(node.path("name")) : full;
  }

  /** A list counts them; a paper standing alone brings them along. */
  private static int comments(JsonNode inner, JsonNode outer) {
    Integer number = count(outer.path("numComments"));
    if (number == null) {
      number = count(inner.path("numComments"));
    }
    return number == null ? inner.path("comments").size() : number;
  }

  private static @Nullable Integer count(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0
        ? node.intValue()
        : null;
  }

  private static @Nullable LocalDate date(JsonNode node) {
    String text = node.textValue();
    return text == null ? null : Incoming.date(text).orElse(null);
  }

  private static @Nullable String text(JsonNode node) {
    return Incoming.textOrNull(node.textValue());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : list) {
      if (one.isTextual()) {
        texts.add(one.textValue());
      }
    }
    return texts;
  }
}
