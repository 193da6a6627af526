package dev.paperboy.command;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.Options;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.PaperView;
import dev.paperboy.delivery.Outbox;
import dev.paperboy.digest.Composition;
import dev.paperboy.digest.Decision;
import dev.paperboy.digest.DigestEditor;
import dev.paperboy.digest.Ledger;
import dev.paperboy.digest.Numbers;
import dev.paperboy.digest.Order;
import dev.paperboy.search.PaperViews;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.State;
import dev.paperboy.when.Occasion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Previews, runs and explains digests, and tells what became of them. */
final class DeliveryWords {
  private static final int ENTRIES = 10;
  private static final int PAGE = 10;

  private final Outbox outbox;
  private final Ledger ledger;
  private final Standing standing;
  private final DigestEditor editor;
  private final PaperViews views;
  private final Holdings holdings;
  private final LastLists lastLists;
  private final Function<Address, List<String>> obstacles;
  private final InstantSource clock;

  DeliveryWords(
      Outbox outbox,
      Ledger ledger,
      Standing standing,
      DigestEditor editor,
      PaperViews views,
      Holdings holdings,
      LastLists lastLists,
      Function<Address, List<String>> obstacles,
      InstantSource clock) {
    this.outbox = outbox;
    this.ledger = ledger;
    this.standing = standing;
    this.editor = editor;
    this.views = views;
    this.holdings = holdings;
    this.lastLists = lastLists;
    this.obstacles = obstacles;
    this.clock = clock;
  }

  Message preview(Command.Preview command, Caller caller) {
    Subscription s = standing.one(command.whose(), command.number(), caller);
    Occasion next = s.nextOccasion();
    Occasion occasion = next == null ? new Occasion(today(s).toString()) : next;
    return switch (editor.compose(s, occasion, Order.USUAL)) {
      case Composition.Ready ready -> previewed(ready.parts(), caller);
      case Composition.Silent silent ->
          Replies.words(
              "Preview of number " + s.number(),
              "It would stay silent: " + silent.why(),
              Map.of("silent", true));
      case Composition.Later later ->
          Replies.words(
              "Preview of number " + s.number(),
              "It would wait: " + later.why() + ".",
              Map.of("waits", true));
    };
  }

  private Message previewed(List<Message> parts, Caller caller) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.FinePrint.of("Preview: nothing was sent, and nothing counts as shown."));
    parts.forEach(part -> blocks.addAll(part.blocks()));
    Message first = parts.getFirst();
    if (first.content() instanceof Content.Papers papers) {
      lastLists.remember(
          caller.key(), papers.papers().stream().map(paper -> paper.known().id()).toList());
    }
    return new Message(Status.ANSWERED, blocks, first.content(), first.layout());
  }

  Message more(Command.More command, Caller caller) {
    Subscription s = standing.one(command.whose(), command.number(), caller);
    List<CatalogPaper> over = editor.overflow(s.id(), command.occasion());
    int from = (command.page() - 1) * PAGE;
    List<CatalogPaper> page = over.stream().skip(from).limit(PAGE).toList();
    ListMessage message =
        new ListMessage("More of number " + s.number() + " · " + command.occasion());
    if (page.isEmpty()) {
      message.say(
          over.isEmpty()
              ? "Everything that matched was in that digest."
              : "The list ends before page " + command.page() + ".");
    }
    lastLists.remember(caller.key(), over.stream().map(CatalogPaper::id).toList());
    var query = SubscriptionTexts.query(s.query());
    List<PaperView> shown =
        page.stream()
            .map(paper -> views.view(paper, query, holdings.index(), 0, List.of()))
            .toList();
    String word = command.whose() == Whose.PLACE ? "digest more " : "more ";
    if (from + page.size() < over.size()) {
      message.way(
          "next", word + s.number() + " " + command.occasion() + " " + (command.page() + 1));
    }
    return message.of(
        shown,
        from + 1,
        over.size(),
        new Options(PAGE, 1, null, null),
        clock.instant(),
        null,
        null);
  }

  Message run(Command.RunDigest command, Caller caller) {
    Subscription s = standing.one(Whose.PLACE, command.number(), caller);
    if (s.state() == State.SUSPENDED) {
      throw standing.refusal(
          caller,
          s.id(),
          "suspended",
          "Digest "
              + s.number()
              + " is suspended ("
              + s.suspendedWhy()
              + "). `digest resume "
              + s.number()
              + "` tries again.");
    }
    LocalDate date = command.date();
    Outbox.Entry entry =
        outbox.planByHand(
            s.id(),
            (date == null ? today(s) : date).toString(),
            date == null
                ? new Order(command.repost(), null, null)
                : Order.ofWeekTo(date, command.repost()),
            clock.instant());
    return Replies.words(
        "Digest " + s.number() + " runs now",
        "It is on its way as "
            + entry.occasion()
            + (date == null ? "" : ", with the papers of the week to " + Ages.day(date))
            + (command.repost()
                ? ", with what was shown here before."
                : ", with what was not shown here yet."),
        Map.of("occasion", entry.occasion()));
  }

  Message catchup(Command.Catchup command, Caller caller) {
    List<Subscription> all =
        standing.all(Whose.MINE, caller).stream()
            .filter(each -> each.state() != State.SUSPENDED)
            .toList();
    if (all.isEmpty()) {
      throw standing.refusal(
          caller, "catchup", "not-found", "There is no subscription to catch up with.");
    }
    LocalDate since = command.since();
    List<String> occasions = new ArrayList<>();
    for (Subscription s : all) {
      Order order = new Order(false, since, null);
      occasions.add(
          outbox.planByHand(s.id(), today(s).toString(), order, clock.instant()).occasion());
    }
    return Replies.words(
        "Catching up",
        "One digest of what you missed is on its way for each of "
            + Ages.count(all.size(), "subscription")
            + ", reaching back to "
            + (since == null
                ? "its last digest, at least " + Numbers.WINDOW_DATES + " days."
                : Ages.day(since) + ". What was shown before does not come again.")
            + (since != null && since.isBefore(longest())
                ? " The papers of more than "
                    + Numbers.LONGEST_WINDOW_DATES
                    + " days ago are left out; `search` finds them."
                : ""),
        Map.of("occasions", occasions));
  }

  private LocalDate longest() {
    return clock
        .instant()
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .minusDays(Numbers.LONGEST_WINDOW_DATES - 1L);
  }

  Message history(Command.History command, Caller caller) {
    Subscription s = standing.one(command.whose(), command.number(), caller);
    List<Outbox.Entry> entries = outbox.history(s.id(), ENTRIES);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("History of number " + s.number()));
    if (entries.isEmpty()) {
      blocks.add(Block.Text.of("Nothing was due yet; " + SubscriptionTexts.next(s) + "."));
    }
    List<String> text = new ArrayList<>();
    List<Map<String, Object>> fields = new ArrayList<>();
    for (Outbox.Entry entry : entries) {
      String line = DeliveryTexts.line(entry);
      blocks.add(Block.Text.of(line));
      text.add(line);
      List<String> tries = DeliveryTexts.tries(entry);
      if (entry.tries().size() > 1) {
        tries.forEach(each -> blocks.add(Block.FinePrint.of(each)));
      }
      List<String> papers =
          entry.part() > 1
              ? List.of()
              : ledger.of(s.id(), entry.occasion()).stream()
                  .filter(each -> each.verdict() == Decision.Verdict.SHOWN)
                  .map(each -> each.paper() + " (" + each.reason() + ")")
                  .toList();
      if (!papers.isEmpty()) {
        blocks.add(Block.FinePrint.of(String.join(", ", papers)));
      }
      Map<String, Object> one = new LinkedHashMap<>(DeliveryTexts.fields(entry));
      one.put("shown", papers);
      fields.add(one);
    }
    return new Message(
        Status.ANSWERED,
        blocks,
        new Content.Words(String.join("\n", text), Map.of("deliveries", fields)));
  }

  /** What is wrong with deliveries, each with its way out. */
  Message doctor(Command.Doctor command, Caller caller, Message status) {
    List<String> lines = new ArrayList<>();
    Set<Address> places = new LinkedHashSet<>();
    places.add(command.whose() == Whose.PLACE ? caller.here() : caller.direct());
    for (Subscription s : standing.all(command.whose(), caller)) {
      places.add(s.to());
      if (s.state() == State.SUSPENDED) {
        String word = command.whose() == Whose.PLACE ? "digest resume " : "resume ";
        lines.add(
            "Number "
                + s.number()
                + " is suspended: "
                + s.suspendedWhy()
                + ". Once that is mended, `"
                + word
                + s.number()
                + "`.");
      }
      for (Outbox.Entry entry : outbox.history(s.id(), ENTRIES)) {
        if (entry.state() == Outbox.State.HELD || entry.state() == Outbox.State.DEAD) {
          lines.add("Number " + s.number() + ", " + DeliveryTexts.line(entry) + ".");
        }
      }
    }
    places.forEach(place ->
        obstacles.apply(place).stream().filter(line -> !lines.contains(line)).forEach(lines::add));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("Doctor"));
    if (lines.isEmpty()) {
      blocks.add(Block.Text.of("Nothing is wrong with what is delivered here."));
    }
    lines.forEach(line -> blocks.add(Block.Text.of(line)));
    blocks.addAll(status.blocks());
    return new Message(
        Status.ANSWERED,
        blocks,
        new Content.Words(
            lines.isEmpty() ? "Nothing is wrong." : String.join("\n", lines),
            Map.of("findings", lines)));
  }

  private LocalDate today(Subscription s) {
    Instant now = clock.instant();
    return now.atZone(s.schedule().zone()).toLocalDate();
  }
}
