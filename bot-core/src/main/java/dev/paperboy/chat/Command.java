package dev.paperboy.chat;

import dev.paperboy.paper.PaperId;
import dev.paperboy.query.Query;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
          case OfSubscription words -> null;
          case Catchup catchup -> null;
          case Why why -> null;
          case Settings settings -> null;
          case Privacy privacy -> null;
          case Deliver deliver -> null;
          case Doctor doctor -> null;
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

  /** A word about subscriptions: one's own, or behind {@code digest} those of a place. */
  sealed interface OfSubscription extends Command {
    Whose whose();
  }

  record Subscribe(Whose whose, Wish wish) implements OfSubscription {}

  record Subscriptions(Whose whose) implements OfSubscription {}

  /** {@code number} is null for all. */
  record Unsubscribe(Whose whose, @Nullable Integer number) implements OfSubscription {}

  record Edit(Whose whose, int number, Wish wish) implements OfSubscription {}

  record Preview(Whose whose, int number) implements OfSubscription {}

  /** {@code number} is null for all, {@code until} where it ends only by {@code resume}. */
  record Pause(Whose whose, @Nullable Integer number, @Nullable LocalDate until)
      implements OfSubscription {}

  /** {@code number} is null for all. */
  record Resume(Whose whose, @Nullable Integer number) implements OfSubscription {}

  record Share(Whose whose, int number) implements OfSubscription {}

  /** What did not fit into a digest: behind its button. {@code page} counts from 1. */
  record More(Whose whose, int number, String occasion, int page) implements OfSubscription {}

  /** {@code date} is null for the current local date. */
  record RunDigest(int number, @Nullable LocalDate date, boolean repost) implements OfSubscription {
    @Override
    public Whose whose() {
      return Whose.PLACE;
    }
  }

  record History(Whose whose, int number) implements OfSubscription {}

  /** {@code since} is null for since the last digest. */
  record Catchup(@Nullable LocalDate since) implements Command {}

  record Why(PaperRef paper) implements Command {}

  /** What is null stays as it is. */
  record Settings(@Nullable ZoneId zone, @Nullable Layout layout) implements Command {}

  record Privacy(Request request) implements Command {
    public enum Request {
      EXPLAIN,
      SHOW,
      EXPORT,
      FORGET
    }
  }

  /** Terminal only: prints what is due there. */
  record Deliver() implements Command {}

  /** {@code whose} is the place's behind {@code digest}; else everything, in the terminal only. */
  record Doctor(Whose whose) implements Command {}

  enum Whose {
    MINE,
    PLACE
  }

  /** Where in a channel a digest goes. */
  enum Spot {
    CHANNEL,
    THREAD
  }

  /** What happens on a day without papers. */
  enum Quiet {
    SAY,
    SILENT
  }

  /**
   * What a line says about a subscription; what is null was not said.
   *
   * @param max how many papers at most, 1 to {@value #MOST}
   */
  record Wish(
      @Nullable Asked filter,
      @Nullable Cadence cadence,
      @Nullable DayOfWeek day,
      @Nullable LocalTime time,
      @Nullable ZoneId zone,
      @Nullable Integer max,
      @Nullable Layout layout,
      @Nullable Quiet quiet,
      @Nullable Spot spot) {
    public static final int MOST = 20;

    public boolean isEmpty() {
      return filter == null
          && cadence == null
          && time == null
          && zone == null
          && max == null
          && layout == null
          && quiet == null;
    }
  }

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
