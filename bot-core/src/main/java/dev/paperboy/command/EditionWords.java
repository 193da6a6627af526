package dev.paperboy.command;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.Asked;
import dev.paperboy.chat.Command.Options;
import dev.paperboy.chat.Command.Sort;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.PaperView;
import dev.paperboy.edition.Edition;
import dev.paperboy.edition.EditionDesk;
import dev.paperboy.edition.Freshness;
import dev.paperboy.edition.Marks;
import dev.paperboy.edition.TrendDesk;
import dev.paperboy.edition.TrendDesk.Ranked;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Readable;
import dev.paperboy.progress.Progress;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.search.PaperViews;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** {@code today} and {@code trending}. */
final class EditionWords {
  private final EditionDesk desk;
  private final TrendDesk trends;
  private final Marks marks;
  private final Holdings holdings;
  private final PaperViews views;
  private final LastLists lastLists;
  private final InstantSource clock;
  private final Progress progress;
  private final AtomicBoolean filled = new AtomicBoolean();

  EditionWords(
      EditionDesk desk,
      TrendDesk trends,
      Marks marks,
      Holdings holdings,
      PaperViews views,
      LastLists lastLists,
      InstantSource clock,
      Progress progress) {
    this.desk = desk;
    this.trends = trends;
    this.marks = marks;
    this.holdings = holdings;
    this.views = views;
    this.lastLists = lastLists;
    this.clock = clock;
    this.progress = progress;
  }

  Message today(Command.Today command, Caller caller) {
    Period named = command.period();
    Period period = named == null ? new Period.Day(desk.today()) : named;
    Edition edition;
    try {
      edition = fetched(period);
    } catch (SourceFailure failure) {
      Optional<Sample> sample = named == null ? holdings.sample() : Optional.empty();
      return sample.isPresent()
          ? sample(sample.get(), command, caller, failure)
          : nothingKept(period, failure);
    }
    Instant now = clock.instant();
    List<CatalogPaper> all = edition.papers();
    ListMessage message = new ListMessage("Trending papers · " + EditionTexts.name(period));
    if (all.isEmpty()) {
      return EditionTexts.empty(message, edition, desk.today(), now);
    }
    List<CatalogPaper> matching = matching(all, command.filter());
    String state = EditionTexts.state(edition, now, message);
    message.line(
        EditionTexts.counted(all.size(), "listed", matching.size(), command.filter())
            + " · "
            + state);
    message.notes(command.filter().notes());
    command.filter().notes().forEach(message::line);
    if (matching.isEmpty()) {
      nearest(message, all, command.filter());
    }
    return list(
        message,
        sorted(matching, command.options().sort()),
        Map.of(),
        command.filter(),
        command.options(),
        caller,
        edition.asOf(),
        edition.origin(),
        line("today", named == null ? "" : period.text(), command.filter()));
  }

  Message trending(Command.Trending command, Caller caller) {
    int days = command.span().days();
    @Nullable SourceFailure trouble = null;
    Instant oldest = clock.instant();
    Instant now = oldest;
    boolean filling = false;
    @Nullable Origin origin = null;
    for (int back = 0; back < Math.min(days, Freshness.FILLED_DATES); back++) {
      try {
        Edition edition = fetched(new Period.Day(desk.today().minusDays(back)));
        oldest = edition.asOf().isBefore(oldest) && !edition.settled() ? edition.asOf() : oldest;
        filling |= back == 0 && !edition.settled();
        origin = origin == null || !edition.papers().isEmpty() ? edition.origin() : origin;
        if (edition.trouble() != null && trouble == null) {
          trouble = new SourceFailure(edition.trouble(), null, false, null);
        }
      } catch (SourceFailure failure) {
        trouble = trouble == null ? failure : trouble;
      }
    }
    List<Ranked> ranked = trends.trending(days);
    ListMessage message = new ListMessage("Rising papers · " + EditionTexts.span(command.span()));
    if (ranked.isEmpty() && trouble != null) {
      return nothingKept(new Period.Day(desk.today()), trouble);
    }
    Map<PaperId, Double> momentum = new HashMap<>();
    List<CatalogPaper> all = new ArrayList<>();
    ranked.forEach(r -> {
      momentum.put(r.paper().id(), r.momentum());
      all.add(r.paper());
    });
    if (all.isEmpty()) {
      message
          .say("No list was published " + EditionTexts.within(command.span()) + ".")
          .note("nothing listed");
      holdings
          .catalog()
          .newestList()
          .ifPresent(date -> message.way("newest list", "today " + date));
    } else {
      List<CatalogPaper> matching = matching(all, command.filter());
      StringBuilder state = new StringBuilder();
      state.append(origin == null ? Origin.HUGGINGFACE.label() : origin.label());
      state.append(", ").append(Ages.old(oldest, now)).append(", by momentum");
      if (filling) {
        state.append(", today still filling");
        message.note("still filling");
      }
      message.line(
          EditionTexts.counted(all.size(), "listed", matching.size(), command.filter())
              + " · "
              + state);
      if (trouble != null) {
        message
            .line(EditionTexts.trouble(trouble.getMessage()))
            .note("source down: " + trouble.getMessage());
      }
      message.notes(command.filter().notes());
      command.filter().notes().forEach(message::line);
      if (matching.isEmpty()) {
        nearest(message, all, command.filter());
      }
      return list(
          message,
          sorted(matching, command.options().sort()),
          momentum,
          command.filter(),
          command.options(),
          caller,
          oldest,
          origin,
          line(
              "trending",
              command.span() == Command.Trending.Span.WEEK
                  ? ""
                  : command.span().name().toLowerCase(java.util.Locale.ROOT),
              command.filter()));
    }
    return list(
        message,
        List.of(),
        Map.of(),
        Asked.NOTHING,
        command.options(),
        caller,
        oldest,
        origin,
        null);
  }

  /** The edition; and, when the source turns out to be there, the dates that are missing. */
  private Edition fetched(Period period) {
    Edition edition = desk.edition(period, Patience.COMMAND);
    if (edition.asked() && filled.compareAndSet(false, true) && desk.hasGaps()) {
      desk.fillGaps(Patience.COMMAND, progress);
    }
    return edition;
  }

  private List<CatalogPaper> matching(List<CatalogPaper> papers, Asked filter) {
    if (filter.isEmpty()) {
      return papers;
    }
    Set<PaperId> ids =
        new LinkedHashSet<>(
            holdings
                .index()
                .matching(filter.query(), papers.stream().map(CatalogPaper::id).toList()));
    return papers.stream().filter(paper -> ids.contains(paper.id())).toList();
  }

  private List<CatalogPaper> sorted(List<CatalogPaper> papers, @Nullable Sort sort) {
    if (sort == null) {
      return papers;
    }
    return switch (sort) {
      case RELEVANCE -> papers;
      case TRENDING -> trends.ranked(papers).stream().map(Ranked::paper).toList();
      case UPVOTES ->
          papers.stream()
              .sorted(
                  Comparator.comparingInt((CatalogPaper p) -> p.signal().upvotes())
                      .reversed()
                      .thenComparing(CatalogPaper::id))
              .toList();
      case NEW ->
          papers.stream()
              .sorted(
                  Comparator.comparing(
                          (CatalogPaper p) -> p.listed() == null ? LocalDate.MIN : p.listed())
                      .reversed()
                      .thenComparing(CatalogPaper::id))
              .toList();
    };
  }

  private Message list(
      ListMessage message,
      List<CatalogPaper> papers,
      Map<PaperId, Double> scores,
      Asked filter,
      Options options,
      Caller caller,
      @Nullable Instant asOf,
      @Nullable Origin origin,
      ListMessage.@Nullable MoreLine more) {
    if (!papers.isEmpty()) {
      lastLists.remember(caller.key(), papers.stream().map(CatalogPaper::id).toList());
    }
    int size = options.limitOr(options.page() == 1 ? ListMessage.MOST : ListMessage.SHOWN);
    long start = (options.page() - 1L) * options.limitOr(ListMessage.SHOWN);
    List<CatalogPaper> page = papers.stream().skip(start).limit(size).toList();
    if (page.isEmpty() && !papers.isEmpty()) {
      message.say("The list ends before page " + options.page() + ".");
    }
    Map<PaperId, List<String>> marked = marks.of(page);
    PaperIndex index = holdings.index();
    List<PaperView> shown =
        page.stream()
            .map(paper ->
                views.view(
                    paper,
                    filter.query(),
                    index,
                    scores.getOrDefault(paper.id(), 0.0),
                    marked.getOrDefault(paper.id(), List.of())))
            .toList();
    return message.of(shown, (int) start + 1, papers.size(), options, asOf, origin, more);
  }

  private static ListMessage.MoreLine line(String word, String when, Asked filter) {
    return options ->
        word
            + (when.isEmpty() ? "" : " " + when)
            + " "
            + options
            + (filter.text().isEmpty() ? "" : " " + filter.text());
  }

  /** Nothing matches: says so, and which of the listed papers comes nearest. */
  private void nearest(ListMessage message, List<CatalogPaper> all, Asked filter) {
    Optional<CatalogPaper> nearest =
        holdings
            .index()
            .nearest(filter.query(), all.stream().map(CatalogPaper::id).toList())
            .flatMap(id -> all.stream().filter(paper -> paper.id().equals(id)).findFirst());
    String said =
        Ages.count(all.size(), "paper")
            + ", none matches"
            + nearest
                .map(paper ->
                    "; the nearest is “"
                        + Readable.title(paper.paper().title())
                        + "” ("
                        + paper.id()
                        + ")")
                .orElse("")
            + ".";
    message.say(said).note("none matches");
    nearest.ifPresent(paper -> message.way("the nearest", "show " + paper.id()));
  }

  private Message sample(
      Sample sample, Command.Today command, Caller caller, SourceFailure failure) {
    List<CatalogPaper> matching = matching(sample.papers(), command.filter());
    ListMessage message =
        new ListMessage("Trending papers · " + Ages.day(sample.date()) + " · sample");
    message.say(
        "Hugging Face cannot be reached ("
            + failure.getMessage()
            + ") and nothing is stored yet. This is the sample edition that comes with Paperboy:"
            + " real papers of one day, their abstracts retold.");
    message.note("sample edition: " + failure.getMessage());
    message.line(
        EditionTexts.counted(sample.papers().size(), "listed", matching.size(), command.filter())
            + " · "
            + Origin.SAMPLE.label());
    if (matching.isEmpty()) {
      nearest(message, sample.papers(), command.filter());
    }
    return list(
        message,
        sorted(matching, command.options().sort()),
        Map.of(),
        command.filter(),
        command.options(),
        caller,
        sample.asOf(),
        Origin.SAMPLE,
        line("today", "", command.filter()));
  }

  private Message nothingKept(Period period, SourceFailure failure) {
    Instant retry = failure.retryAt();
    String text =
        "Nothing is kept of "
            + EditionTexts.name(period)
            + ", and the source cannot be asked now ("
            + failure.getMessage()
            + ")."
            + (retry == null
                ? ""
                : " Ask again after " + Ages.moment(retry, clock.instant()) + ".");
    List<Action> ways =
        holdings
            .catalog()
            .newestList()
            .map(date -> List.of(new Action("newest list kept", "today " + date)))
            .orElse(List.of());
    return Replies.failed("source", text, ways);
  }
}
