package dev.paperboy.chat;

import dev.paperboy.paper.PaperId;
import dev.paperboy.query.Query;
import dev.paperboy.when.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person asked for. One parser makes it for text lines; Discord builds it from options. */
public sealed interface Command {
  /** What was said about the form of the answer, for the words that give lists. */
  default Optional<Options> said() {
    return Optional.ofNullable(
        switch (this) {
          case Today today -> today.options();
          case Trending trending -> trending.options();
          case Search search -> search.options();
          case Similar similar -> similar.options();
          case Saved saved -> saved.options();
          case Show show -> null;
          case Summarize summarize -> null;
          case Save save -> null;
          case Status status -> null;
          case Help help -> null;
          case Import files -> null;
        });
  }

  /** {@code period} is null for the current UTC date. */
  record Today(@Nullable Period period, Asked filter, Options options) implements Command {}

  record Trending(Span span, Asked filter, Options options) implements Command {
    /** The last UTC date, 7 dates or 30 dates. */
    public enum Span {
      TODAY(1),
      WEEK(7),
      MONTH(30);

      private final int days;

      Span(int days) {
        this.days = days;
      }

      public int days() {
        return days;
      }
    }
  }

  record Search(Asked query, Options options) implements Command {}

  record Show(PaperRef paper) implements Command {}

  record Similar(PaperRef paper, Options options) implements Command {}

  /** A paper, or a whole message with links in it. */
  record Summarize(String text) implements Command {}

  record Save(PaperRef paper) implements Command {}

  /** {@code export} is null where the list itself is asked for. */
  record Saved(@Nullable Export export, Options options) implements Command {}

  record Status() implements Command {}

  record Help(@Nullable String topic) implements Command {}

  /** Terminal only: paths between blanks, or one path with blanks in it, or quoted ones. */
  record Import(String files) implements Command {}

  /** Formats of the saved list. */
  enum Export {
    BIBTEX,
    RIS,
    CSV,
    MARKDOWN
  }

  /**
   * A query as asked.
   *
   * @param text as typed, empty where nothing was
   * @param notes what the parser cut or mended
   */
  record Asked(String text, Query query, List<String> notes) {
    public static final Asked NOTHING = new Asked("", Query.EVERYTHING, List.of());

    public Asked {
      notes = List.copyOf(notes);
    }

    public boolean isEmpty() {
      return query instanceof Query.Everything;
    }
  }

  /** How a person names a paper. */
  sealed interface PaperRef {
    record ById(PaperId id) implements PaperRef {}

    /** {@code #3} of the last list, 1-based. */
    record ByRank(int rank) implements PaperRef {}

    record ByTitle(String words) implements PaperRef {}
  }

  /**
   * Options that any list understands; a null one was not said.
   *
   * @param limit 1 to 100
   * @param page 1-based
   */
  record Options(@Nullable Integer limit, int page, @Nullable Sort sort, @Nullable Layout layout) {
    public static final Options NONE = new Options(null, 1, null, null);

    public int limitOr(int otherwise) {
      return limit == null ? otherwise : limit;
    }
  }

  enum Sort {
    RELEVANCE,
    TRENDING,
    UPVOTES,
    NEW
  }

  enum Layout {
    CARDS,
    COMPACT,
    PLAIN
  }
}
