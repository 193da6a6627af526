package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.source.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of a feed as it was read, in no order of its elements. */
final class AtomEntry {
  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?<![\\w.-])(?:https?://)?(?:www\\.)?(github\\.com/[\\w.-]+/[\\w.-]*\\w)");
  private static final String ABSTRACT_PAGE = "/abs/";
  private static final String ERROR_PAGE = "/api/errors";

  /** An entry that is no paper; the message says what was expected. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private Broken(String expected) {
      super(expected);
    }
  }

  String id = "";
  String title = "";
  String summary = "";
  String comment = "";
  String published = "";
  String primaryCategory = "";
  final List<String> authors = new ArrayList<>();
  final List<String> categories = new ArrayList<>();

  /** Whether the feed stands for a refusal; the summary says why. */
  boolean isError() {
    return id.contains(ERROR_PAGE);
  }

  String reason() {
    return Incoming.text(summary);
  }

  Sighting sighting() throws Broken {
    PaperId paperId = paperId();
    String readable = Incoming.text(title);
    if (readable.isEmpty()) {
      throw new Broken("expected an entry with a title for " + paperId);
    }
    List<String> topics = new ArrayList<>();
    topics.add(primaryCategory);
    topics.addAll(categories);
    Paper paper =
        new Paper(
            paperId,
            readable,
            Incoming.text(summary),
            authors.stream().map(Incoming::text).filter(name -> !name.isEmpty()).toList(),
            null,
            Incoming.topics(topics),
            null,
            Incoming.date(published).orElse(null),
            code(comment),
            null,
            null,
            false);
    return new Sighting(paper, List.of(), null);
  }

  private PaperId paperId() throws Broken {
    String address = id.strip();
    int page = address.indexOf(ABSTRACT_PAGE);
    String bare = page < 0 ? address : address.substring(page + ABSTRACT_PAGE.length());
    return PaperId.parse(bare)
        .orElseThrow(() ->
            new Broken(
                "expected an entry with an arXiv address as id, found "
                    + (address.isEmpty() ? "none" : Incoming.start(Incoming.text(address), 60))));
  }

  /** The first repository that the authors' comment names. */
  private static @Nullable String code(String comment) {
    Matcher named = CODE.matcher(comment);
    return named.find() ? Incoming.code("https://" + named.group(1)) : null;
  }
}
