package dev.paperboy.command;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.PaperRef;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.PaperView;
import dev.paperboy.command.PaperFinder.Found;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Readable;
import dev.paperboy.query.Query;
import dev.paperboy.reader.Readers;
import dev.paperboy.search.PaperViews;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code show}, {@code summarize}, {@code save} and {@code saved}. */
final class PaperWords {
  /** How many links of one message are summarized. */
  private static final int LINKS = 10;

  private final Holdings holdings;
  private final PaperFinder finder;
  private final Readers readers;
  private final PaperViews views;
  private final LastLists lastLists;
  private final InstantSource clock;

  PaperWords(
      Holdings holdings,
      PaperFinder finder,
      Readers readers,
      PaperViews views,
      LastLists lastLists,
      InstantSource clock) {
    this.holdings = holdings;
    this.finder = finder;
    this.readers = readers;
    this.views = views;
    this.lastLists = lastLists;
    this.clock = clock;
  }

  Message show(Command.Show command, Caller caller) {
    return switch (finder.find(command.paper(), caller.key())) {
      case Found.One one -> full(one);
      case Found.None none -> none(none.why());
      case Found.NoSuchRank rank -> Replies.misunderstood("bad-option", rank.why(), "today");
      case Found.Unknown unknown -> unknown(unknown);
    };
  }

  private Message full(Found.One one) {
    CatalogPaper paper = one.paper();
    PaperView view = views.inFull(paper, holdings.index());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.PaperCard(view, 0, true, List.of()));
    if (!one.others().isEmpty()) {
      blocks.add(Block.FinePrint.of("Or did you mean:"));
      blocks.add(
          new Block.Actions(
              one.others().stream()
                  .map(other ->
                      new Action(Readable.title(other.paper().title()), "show " + other.id()))
                  .toList()));
    }
    blocks.add(
        new Block.Actions(
            List.of(
                new Action("like it", "similar " + paper.id()),
                new Action("keep it", "save " + paper.id()))));
    return new Message(
        Status.ANSWERED,
        blocks,
        new Content.Papers(List.of(view), 1, asOf(paper), paper.origin(), notes(paper)));
  }

  Message summarize(Command.Summarize command, Caller caller) {
    List<PaperId> linked = PaperId.findAll(command.text());
    List<PaperRef> wanted = new ArrayList<>();
    if (linked.isEmpty()) {
      String text = command.text();
      wanted.add(
          text.matches("#\\d{1,4}") && Integer.parseInt(text.substring(1)) > 0
              ? new PaperRef.ByRank(Integer.parseInt(text.substring(1)))
              : new PaperRef.ByTitle(text));
    } else {
      linked.stream().limit(LINKS).map(PaperRef.ById::new).forEach(wanted::add);
    }
    List<CatalogPaper> papers = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    @Nullable Message trouble = null;
    for (PaperRef reference : wanted) {
      switch (finder.find(reference, caller.key())) {
        case Found.One one -> papers.add(one.paper());
        case Found.None none -> missing.add(none.why());
        case Found.NoSuchRank rank -> {
          return Replies.misunderstood("bad-option", rank.why(), "today");
        }
        case Found.Unknown unknown -> {
          missing.add(sentence(unknown));
          trouble = unknown(unknown);
        }
      }
    }
    if (papers.isEmpty()) {
      return trouble != null ? trouble : none(String.join(" ", missing));
    }
    lastLists.remember(caller.key(), papers.stream().map(CatalogPaper::id).toList());
    List<Block> blocks = new ArrayList<>();
    List<PaperView> shown = new ArrayList<>();
    for (CatalogPaper paper : papers) {
      PaperView view = papers.size() == 1 ? views.inFull(paper, holdings.index()) : view(paper);
      shown.add(view);
      blocks.add(
          new Block.PaperCard(view, papers.size() == 1 ? 0 : shown.size(), false, List.of()));
    }
    missing.forEach(why -> blocks.add(Block.Text.of(why)));
    if (linked.size() > LINKS) {
      String cut = "The first " + LINKS + " of " + linked.size() + " papers linked to.";
      blocks.add(Block.FinePrint.of(cut));
      missing.add(cut);
    }
    blocks.add(new Block.Actions(List.of(new Action("details", "show " + papers.get(0).id()))));
    return new Message(
        Status.ANSWERED,
        blocks,
        new Content.Papers(
            shown, shown.size(), asOf(papers.get(0)), papers.get(0).origin(), missing));
  }

  Message save(Command.Save command, Caller caller) {
    return switch (finder.find(command.paper(), caller.key())) {
      case Found.One one -> saved(one.paper(), caller);
      case Found.None none -> none(none.why());
      case Found.NoSuchRank rank -> Replies.misunderstood("bad-option", rank.why(), "today");
      case Found.Unknown unknown -> unknown(unknown);
    };
  }

  private Message saved(CatalogPaper paper, Caller caller) {
    if (paper.origin() == Origin.SAMPLE) {
      return Replies.failed(
          "failure",
          "Papers of the bundled sample cannot be saved; real ones can, once the source answers or"
              + " a file is imported.",
          List.of());
    }
    boolean added = readers.save(caller.key(), paper.id(), clock.instant());
    String text =
        (added ? "Saved: " : "Saved before: ") + Readable.title(paper.paper().title()) + ".";
    return new Message(
        Status.ANSWERED,
        List.of(
            Block.Text.of(text),
            new Block.Actions(
                List.of(
                    new Action("your list", "saved"),
                    new Action("export", "saved export bibtex")))),
        new Content.Words(text, Map.of("id", paper.id().value(), "added", added)));
  }

  Message saved(Command.Saved command, Caller caller) {
    List<PaperId> ids = readers.saved(caller.key());
    List<CatalogPaper> papers = List.copyOf(holdings.find(ids).values());
    Command.Export export = command.export();
    if (export != null) {
      String text = Exports.of(export, papers);
      return new Message(
          Status.ANSWERED,
          List.of(new Block.Preformatted(text)),
          new Content.Words(
              text,
              Map.of("format", export.name().toLowerCase(Locale.ROOT), "count", papers.size())));
    }
    ListMessage message = new ListMessage("Saved papers");
    if (papers.isEmpty()) {
      message
          .say("Nothing is saved yet. `save #1` keeps the first paper of the last list.")
          .note("nothing saved");
    } else {
      message.line(Ages.count(papers.size(), "paper") + ", latest saved first");
      message.way("export", "saved export bibtex");
      lastLists.remember(caller.key(), papers.stream().map(CatalogPaper::id).toList());
    }
    Command.Options options = command.options();
    int size = options.limitOr(options.page() == 1 ? ListMessage.MOST : ListMessage.SHOWN);
    long start = (options.page() - 1L) * options.limitOr(ListMessage.SHOWN);
    List<PaperView> shown = papers.stream().skip(start).limit(size).map(this::view).toList();
    @Nullable Instant asOf = papers.isEmpty() ? null : asOf(papers.get(0));
    @Nullable Origin origin = papers.isEmpty() ? null : papers.get(0).origin();
    return message.of(
        shown, (int) start + 1, papers.size(), options, asOf, origin, said -> "saved " + said);
  }

  static Message none(String why) {
    return new Message(
        Status.ANSWERED,
        List.of(Block.Text.of(why)),
        new Content.Papers(List.of(), 0, null, null, List.of(why)));
  }

  static Message unknown(Found.Unknown unknown) {
    return Replies.failed("source", sentence(unknown), List.of());
  }

  private static String sentence(Found.Unknown unknown) {
    return unknown.what()
        + " is not known here, and the source cannot be asked now ("
        + unknown.failure().getMessage()
        + ").";
  }

  private PaperView view(CatalogPaper paper) {
    return views.view(paper, Query.EVERYTHING, holdings.index(), 0, List.of());
  }

  private static @Nullable Instant asOf(CatalogPaper paper) {
    return paper.signal().at().equals(Instant.EPOCH) ? null : paper.signal().at();
  }

  private static List<String> notes(CatalogPaper paper) {
    return paper.paper().withdrawn() ? List.of("withdrawn") : List.of();
  }
}
