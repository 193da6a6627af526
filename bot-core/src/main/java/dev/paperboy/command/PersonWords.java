package dev.paperboy.command;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.digest.Decision;
import dev.paperboy.digest.Ledger;
import dev.paperboy.digest.Numbers;
import dev.paperboy.paper.Readable;
import dev.paperboy.people.People;
import dev.paperboy.people.People.Everything;
import dev.paperboy.people.People.Person;
import dev.paperboy.people.People.Removed;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person set, what is kept of them, and why a paper did or did not reach them. */
final class PersonWords {
  private final People people;
  private final Subscriptions subscriptions;
  private final Ledger ledger;
  private final PaperFinder finder;
  private final Holdings holdings;
  private final InstantSource clock;

  PersonWords(
      People people,
      Subscriptions subscriptions,
      Ledger ledger,
      PaperFinder finder,
      Holdings holdings,
      InstantSource clock) {
    this.people = people;
    this.subscriptions = subscriptions;
    this.ledger = ledger;
    this.finder = finder;
    this.holdings = holdings;
    this.clock = clock;
  }

  /** Every decision about a paper for where it was asked and for the person's own messages. */
  Message why(Command.Why command, Caller caller) {
    return switch (finder.find(command.paper(), caller.key())) {
      case PaperFinder.Found.One one -> why(one.paper(), caller);
      case PaperFinder.Found.None none -> Replies.refused("not-found", none.why());
      case PaperFinder.Found.NoSuchRank rank ->
          Replies.misunderstood("bad-option", rank.why(), "today");
      case PaperFinder.Found.Unknown unknown ->
          Replies.refused("not-found", "That paper is not known here.");
    };
  }

  private Message why(CatalogPaper paper, Caller caller) {
    List<String> lines = new ArrayList<>();
    Set<String> places = new LinkedHashSet<>();
    places.add(caller.direct().key());
    places.add(caller.here().key());
    for (String place : places) {
      List<Decision> decided = ledger.about(place, paper.id());
      decided.stream().limit(10).map(this::line).forEach(lines::add);
      for (Subscription s : subscriptions.to(place)) {
        if (decided.stream().noneMatch(each -> each.subscription().equals(s.id()))) {
          lines.add("Number " + s.number() + ": " + notWeighed(s, paper));
        }
      }
    }
    if (lines.isEmpty()) {
      lines.add("Nothing is subscribed here, so nothing was decided about it.");
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Heading("Why · " + Readable.title(paper.paper().title()) + " · " + paper.id()));
    lines.forEach(line -> blocks.add(Block.Text.of(line)));
    return new Message(
        Status.ANSWERED,
        blocks,
        new Content.Words(
            String.join("\n", lines), Map.of("paper", paper.id().value(), "reasons", lines)));
  }

  private String line(Decision decision) {
    String number =
        subscriptions
            .byId(decision.subscription())
            .map(s -> "Number " + s.number())
            .orElse("A subscription that is gone");
    String then = ", with " + Ages.count(decision.signal().upvotes(), "upvote") + " then";
    return number
        + " on "
        + decision.occasion()
        + ": "
        + switch (decision.verdict()) {
          case SHOWN -> "shown, because it was " + decision.reason() + then + ".";
          case OVERFLOW -> "matched, and did not fit: " + decision.reason() + then + ".";
          case HELD -> "matched, and was held back: " + decision.reason() + then + ".";
        };
  }

  private String notWeighed(Subscription s, CatalogPaper paper) {
    if (holdings
        .index()
        .matching(SubscriptionTexts.query(s.query()), List.of(paper.id()))
        .isEmpty()) {
      return "it does not match " + SubscriptionTexts.reading(s.query()) + ".";
    }
    LocalDate listed = paper.listed();
    if (listed == null) {
      return "it matches, but no daily list held it, and digests choose from the lists.";
    }
    LocalDate first =
        clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(Numbers.WINDOW_DATES - 1L);
    return listed.isBefore(first)
        ? "it matches, but was listed on "
            + listed
            + ", before the "
            + Numbers.WINDOW_DATES
            + " days that a digest looks back."
        : "it matches and waits for the next digest, " + SubscriptionTexts.next(s) + ".";
  }

  Message settings(Command.Settings command, Caller caller) {
    if (command.zone() != null) {
      people.setZone(caller.key(), command.zone());
    }
    if (command.layout() != null) {
      people.setLayout(caller.key(), command.layout());
    }
    Person person = people.find(caller.key());
    String zone =
        person.zone() != null
            ? person.zone().getId()
            : caller.zone() != null ? caller.zone().getId() + " (your platform's)" : "UTC";
    String layout =
        person.layout() == null ? "cards" : SubscriptionTexts.lower(person.layout().name());
    boolean isChanged = command.zone() != null || command.layout() != null;
    String text =
        (isChanged ? "Kept. " : "")
            + "Time zone: "
            + zone
            + ". Layout: "
            + layout
            + ". What is subscribed already keeps its own; `edit` changes that.";
    return new Message(
        Status.ANSWERED,
        List.of(
            new Block.Heading("Settings"),
            Block.Text.of(text),
            Block.FinePrint.of(
                "Change them by `settings Europe/Berlin` and `settings layout:plain`.")),
        new Content.Words(text, Map.of("zone", zone, "layout", layout)));
  }

  Message privacy(Command.Privacy command, Caller caller) {
    return switch (command.request()) {
      case EXPLAIN -> explain();
      case SHOW -> show(people.everything(caller.key(), caller.direct()));
      case EXPORT -> export(people.everything(caller.key(), caller.direct()));
      case FORGET -> forget(people.forget(caller.key(), caller.direct(), clock.instant()));
    };
  }

  private static Message explain() {
    String text =
        "Kept of you: your settings, subscriptions, saved papers, the last list you saw, what was"
            + " sent to your direct messages and why, and what you changed. Nothing else, and"
            + " nothing of it leaves this installation.";
    return new Message(
        Status.ANSWERED,
        List.of(
            new Block.Heading("Privacy"),
            Block.Text.of(text),
            new Block.Actions(
                List.of(
                    new Action("Show it", "privacy show"),
                    new Action("Export it", "privacy export"),
                    new Action("Forget me", "privacy forget")))),
        new Content.Words(text, Map.of()));
  }

  private static Message show(Everything all) {
    String text =
        Ages.count(all.subscriptions().size(), "subscription")
            + ", "
            + Ages.count(all.saved().size(), "saved paper")
            + ", a last list of "
            + Ages.count(all.lastList().size(), "paper")
            + ", "
            + Ages.count(all.sent().size(), "message")
            + " to you, "
            + Ages.count(all.told().size(), "decision")
            + " about papers, "
            + Ages.count(all.changes().size(), "note")
            + " of what you did.";
    return Replies.words("What is kept of you", text, Map.of("counts", text));
  }

  private static Message export(Everything all) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("person", all.person().key());
    data.put("zone", String.valueOf(all.person().zone()));
    data.put("layout", String.valueOf(all.person().layout()));
    data.put(
        "subscriptions",
        all.subscriptions().stream().map(s -> SubscriptionTexts.fields(s, null)).toList());
    data.put("saved", all.saved().stream().map(id -> id.value()).toList());
    data.put("lastList", all.lastList().stream().map(id -> id.value()).toList());
    data.put(
        "decisions",
        all.told().stream()
            .map(each ->
                each.paper() + " " + each.occasion() + " " + each.verdict() + ": " + each.reason())
            .toList());
    data.put(
        "messages",
        all.sent().stream()
            .map(each -> each.occasion() + " part " + each.part() + " " + each.state())
            .toList());
    data.put(
        "changes",
        all.changes().stream()
            .map(each ->
                each.at() + " " + each.action() + " " + each.subject() + " " + each.detail())
            .toList());
    StringBuilder text = new StringBuilder();
    data.forEach((name, value) -> {
      text.append(name).append(":\n");
      if (value instanceof List<?> list) {
        list.forEach(each -> text.append("  ").append(each).append('\n'));
      } else {
        text.append("  ").append(value).append('\n');
      }
    });
    return new Message(
        Status.ANSWERED,
        List.of(
            new Block.Heading("All that is kept of you"),
            new Block.Preformatted(text.toString().stripTrailing())),
        new Content.Words(text.toString().strip(), data));
  }

  private static Message forget(Removed removed) {
    String text =
        "Forgotten: "
            + Ages.count(removed.subscriptions(), "subscription")
            + ", "
            + Ages.count(removed.saved(), "saved paper")
            + ", "
            + removed.deliveries()
            + " sent or planned messages, "
            + Ages.count(removed.decisions(), "decision")
            + (removed.settings() ? ", your settings" : "")
            + (removed.lastList() ? ", your last list" : "")
            + "."
            + (removed.kept() > 0
                ? " Digests of channels that you made stay, without your name: "
                    + removed.kept()
                    + "."
                : "");
    return Replies.words("Forgotten", text, Map.of("subscriptions", removed.subscriptions()));
  }
}
