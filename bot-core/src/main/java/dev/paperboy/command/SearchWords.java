package dev.paperboy.command;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.Asked;
import dev.paperboy.chat.Command.Options;
import dev.paperboy.chat.Command.Sort;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.PaperView;
import dev.paperboy.edition.TrendDesk;
import dev.paperboy.edition.TrendDesk.Ranked;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Readable;
import dev.paperboy.query.Query;
import dev.paperboy.query.QueryText;
import dev.paperboy.search.Asking;
import dev.paperboy.search.Asking.Order;
import dev.paperboy.search.Found;
import dev.paperboy.search.Hit;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.search.PaperViews;
import dev.paperboy.source.Listing;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code search} and {@code similar}. */
final class SearchWords {
  /** How many hits are ranked by momentum at the most. */
  private static final int TRENDED = 1_000;

  private static final int ASKED_FOR = 50;

  private final Holdings holdings;
  private final PaperFinder finder;
  private final PaperSource source;
  private final TrendDesk trends;
  private final PaperViews views;
  private final LastLists lastLists;

  SearchWords(
      Holdings holdings,
      PaperFinder finder,
      PaperSource source,
      TrendDesk trends,
      PaperViews views,
      LastLists lastLists) {
    this.holdings = holdings;
    this.finder = finder;
    this.source = source;
    this.trends = trends;
    this.views = views;
    this.lastLists = lastLists;
  }

  Message search(Command.Search command, Caller caller) {
    Asked asked = command.query();
    Options options = command.options();
    PaperIndex index = holdings.index();
    ListMessage message = new ListMessage("Search · " + asked.text());
    message.notes(asked.notes());
    asked.notes().forEach(message::line);
    Found found = hits(index, asked, options);
    Optional<Query> looser = found.total() == 0 ? Looser.of(asked) : Optional.empty();
    if (looser.isPresent()) {
      message.line("No paper holds all words of a part; ranked by all words together.");
      message.note("ranked by words");
      asked = new Asked(asked.text(), looser.get(), asked.notes());
      found = hits(index, asked, options);
    }
    if (found.total() == 0 || !found.close()) {
      String looked = askSource(asked, message);
      if (looked.isEmpty()) {
        index = holdings.index();
        found = hits(index, asked, options);
      }
      if (found.total() == 0) {
        message.say("No paper meets “" + asked.text() + "”" + looked + ".").note("nothing found");
      } else if (!found.close()) {
        message
            .say("Nothing is close to “" + asked.text() + "”" + looked + ". The nearest:")
            .note("no close match");
      }
    }
    index
        .didYouMean(asked.text(), asked.query())
        .ifPresent(better -> {
          message.way("did you mean", "search " + better);
          message.note("did you mean: " + better);
        });
    if (found.total() > 0 && found.close()) {
      message.line(
          (found.total() == 1
                  ? "1 paper meets it"
                  : Ages.count(found.total(), "paper") + " meet it")
              + " · "
              + where());
    }
    return list(message, found, asked, options, caller, index);
  }

  Message similar(Command.Similar command, Caller caller) {
    return switch (finder.find(command.paper(), caller.key())) {
      case PaperFinder.Found.One one -> {
        PaperIndex index = holdings.index();
        List<Hit> hits =
            index.similar(one.paper().id(), command.options().limitOr(ListMessage.SHOWN));
        ListMessage message =
            new ListMessage("Like · " + Readable.title(one.paper().paper().title()));
        if (hits.isEmpty()) {
          message.say("No paper known here is really like it.").note("nothing similar");
        } else {
          message.line(Ages.count(hits.size(), "paper") + " like it · " + where());
        }
        yield list(
            message, new Found(hits, hits.size()), Asked.NOTHING, command.options(), caller, index);
      }
      case PaperFinder.Found.None none -> PaperWords.none(none.why());
      case PaperFinder.Found.NoSuchRank rank ->
          Replies.misunderstood("bad-option", rank.why(), "today");
      case PaperFinder.Found.Unknown unknown -> PaperWords.unknown(unknown);
    };
  }

  private Found hits(PaperIndex index, Asked asked, Options options) {
    int limit = options.limitOr(ListMessage.SHOWN);
    int from = (options.page() - 1) * limit;
    Sort sort = options.sort();
    if (sort == Sort.TRENDING) {
      Found all = index.search(new Asking(asked.query(), true, Order.RELEVANCE, 0, TRENDED, null));
      Map<PaperId, CatalogPaper> papers = holdings.find(all.hits().stream().map(Hit::id).toList());
      List<Hit> ranked = new ArrayList<>();
      for (Ranked r : trends.ranked(papers.values())) {
        ranked.add(new Hit(r.paper().id(), r.momentum()));
      }
      return new Found(
          ranked.stream().skip(from).limit(limit).toList(), Math.min(all.total(), TRENDED));
    }
    Order order =
        sort == Sort.UPVOTES
            ? Order.UPVOTES
            : sort == Sort.NEW
                ? Order.NEW
                : sort == null && QueryText.words(asked.query()).isEmpty()
                    ? Order.UPVOTES
                    : Order.RELEVANCE;
    return index.search(new Asking(asked.query(), true, order, from, limit, null));
  }

  /** Asks the source's own search. Returns what to say where that brought nothing, else "". */
  private String askSource(Asked asked, ListMessage message) {
    List<String> words = QueryText.words(asked.query());
    if (words.isEmpty()) {
      return "";
    }
    try {
      Listing listing = source.search(String.join(" ", words), ASKED_FOR, Patience.COMMAND);
      if (listing.papers().isEmpty()) {
        return ", here or at " + source.origin().label();
      }
      finder.keep(listing.papers(), source.origin());
      message.note("asked " + source.origin().label());
      return "";
    } catch (SourceFailure failure) {
      message.note("source down: " + failure.getMessage());
      return " among the papers known here; "
          + source.origin().label()
          + " cannot be asked now ("
          + failure.getMessage()
          + ")";
    }
  }

  private Message list(
      ListMessage message,
      Found found,
      Asked asked,
      Options options,
      Caller caller,
      PaperIndex index) {
    Map<PaperId, Double> scores = new HashMap<>();
    List<PaperId> ids = new ArrayList<>();
    for (Hit hit : found.hits()) {
      scores.put(hit.id(), hit.score());
      ids.add(hit.id());
    }
    Map<PaperId, CatalogPaper> papers = holdings.find(ids);
    int first = (options.page() - 1) * options.limitOr(ListMessage.SHOWN) + 1;
    if (!ids.isEmpty()) {
      lastLists.remember(caller.key(), first, ids);
    } else if (found.total() > 0) {
      message.say("The list ends before page " + options.page() + ".");
    }
    Query query = asked.query();
    List<PaperView> shown = new ArrayList<>();
    papers.forEach((id, paper) ->
        shown.add(views.view(paper, query, index, scores.getOrDefault(id, 0.0), List.of())));
    Optional<CatalogPaper> any = papers.values().stream().findFirst();
    @Nullable Instant asOf =
        papers.values().stream()
            .map(paper -> paper.signal().at())
            .filter(at -> !at.equals(Instant.EPOCH))
            .max(Instant::compareTo)
            .orElse(null);
    Origin origin = any.map(CatalogPaper::origin).orElse(null);
    return message.of(
        shown,
        first,
        found.total(),
        options,
        asOf,
        origin,
        asked.isEmpty() ? null : said -> "search " + said + " " + asked.text());
  }

  private String where() {
    return holdings
        .sample()
        .map(sample -> "among the " + sample.papers().size() + " papers of the bundled sample")
        .orElseGet(() -> "among " + Ages.count(holdings.catalog().count(), "paper") + " known");
  }
}
