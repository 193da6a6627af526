package dev.paperboy.command;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Asked;
import dev.paperboy.chat.Command.Wish;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.Span;
import dev.paperboy.delivery.Outbox;
import dev.paperboy.digest.DigestEditor;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words what became of a subscription, and lists those there are. */
final class SubscriptionAnswers {
  private final Outbox outbox;
  private final DigestEditor editor;

  SubscriptionAnswers(Outbox outbox, DigestEditor editor) {
    this.outbox = outbox;
    this.editor = editor;
  }

  /** What it says now, what that means, when it comes, and what it would have sent. */
  Message echo(String done, Subscription s, Wish wish, String more) {
    String word = word(s);
    List<String> lines = new ArrayList<>();
    lines.add(capital(SubscriptionTexts.reading(s.query())) + ".");
    lines.add(
        SubscriptionTexts.schedule(s.schedule())
            + " · "
            + SubscriptionTexts.rest(s)
            + " · "
            + SubscriptionTexts.next(s));
    DigestEditor.BackTest test =
        editor.backTest(SubscriptionTexts.query(s.query()), s.schedule(), s.cap());
    lines.add(
        "In the last 7 days it would have sent "
            + Ages.count(test.papers(), "paper")
            + (test.digests() == 0 ? "" : " in " + Ages.count(test.digests(), "digest"))
            + ".");
    Asked filter = wish.filter();
    if (filter != null) {
      lines.addAll(filter.notes());
    }
    if (!more.isEmpty()) {
      lines.add(more);
    }
    Map<String, Object> fields = new LinkedHashMap<>(SubscriptionTexts.fields(s, null));
    fields.put("backTest", Map.of("digests", test.digests(), "papers", test.papers()));
    return message(
        done + ": number " + s.number(),
        lines,
        List.of(
            new Action("Preview", word + "preview " + s.number()),
            new Action("Pause", word + "pause " + s.number()),
            new Action("All", s.scope().startsWith("person:") ? "subscriptions" : "digest list")),
        fields);
  }

  /** All that somebody may see, each with what it does, how it goes and the ways on. */
  Message list(List<Subscription> all, boolean mine) {
    if (all.isEmpty()) {
      return Replies.words(
          mine ? "Your subscriptions" : "Digests",
          mine
              ? "None yet. `subscribe agents` sends what is new about agents, weekdays at 09:00."
              : "None yet. `digest create agents` sends what is new about agents here, weekdays at"
                  + " 09:00.",
          Map.of("subscriptions", List.of()));
    }
    List<Block> blocks = new ArrayList<>();
    List<Map<String, Object>> fields = new ArrayList<>();
    List<String> text = new ArrayList<>();
    blocks.add(new Block.Heading(mine ? "Your subscriptions" : "Digests"));
    for (Subscription s : all) {
      String last =
          outbox.history(s.id(), 1).stream().map(DeliveryTexts::line).findFirst().orElse(null);
      List<Span> facts = new ArrayList<>();
      facts.add(
          new Span.Plain(
              SubscriptionTexts.schedule(s.schedule()) + " · " + SubscriptionTexts.rest(s)));
      if (!mine) {
        facts.add(new Span.Plain(" · in "));
        facts.add(new Span.Place(s.to().place(), s.to()));
      }
      String state = SubscriptionTexts.next(s) + (last == null ? "" : " · last: " + last);
      String query = s.query().isEmpty() ? "all papers" : s.query();
      blocks.add(
          new Block.Text(List.of(new Span.Strong(s.number() + "  "), new Span.Plain(query))));
      blocks.add(new Block.FinePrint(facts));
      blocks.add(Block.FinePrint.of(state));
      blocks.add(new Block.Actions(ways(s)));
      fields.add(SubscriptionTexts.fields(s, last));
      text.add(
          s.number()
              + ". "
              + query
              + "; "
              + facts.stream().map(Span::text).collect(Collectors.joining())
              + "; "
              + state);
    }
    return new Message(
        Status.ANSWERED,
        blocks,
        new Content.Words(String.join("\n", text), Map.of("subscriptions", fields)));
  }

  private static List<Action> ways(Subscription s) {
    String word = word(s);
    return List.of(
        s.state() == State.ACTIVE
            ? new Action("Pause", word + "pause " + s.number())
            : new Action("Resume", word + "resume " + s.number()),
        new Action("Preview", word + "preview " + s.number()),
        new Action("Share", word + "share " + s.number()),
        new Action("Delete", (word.isEmpty() ? "unsubscribe " : "digest delete ") + s.number()));
  }

  /** The code of a subscription, and what to do with it. */
  static Message shared(Subscription s) {
    String code = SubscriptionTexts.code(s).text();
    return new Message(
        Status.ANSWERED,
        List.of(
            new Block.Heading("Share number " + s.number()),
            Block.Text.of("For oneself, anywhere Paperboy is:"),
            new Block.Text(List.of(new Span.Code("subscribe " + code))),
            Block.Text.of("For a channel, said in it by somebody who manages it:"),
            new Block.Text(List.of(new Span.Code("digest create " + code))),
            Block.FinePrint.of(
                "The code holds the filter, the schedule and its look, and nothing of you.")),
        new Content.Words(
            code,
            Map.of(
                "code",
                code,
                "subscribe",
                "subscribe " + code,
                "digest",
                "digest create " + code)));
  }

  static String next(Subscription s) {
    return capital(SubscriptionTexts.next(s)) + " " + s.schedule().zone().getId() + ".";
  }

  static Message done(String what, List<Subscription> which, String more) {
    List<Integer> numbers = which.stream().map(Subscription::number).toList();
    String text =
        what
            + ": number "
            + String.join(", ", numbers.stream().map(String::valueOf).toList())
            + "."
            + more;
    return new Message(
        Status.ANSWERED,
        List.of(Block.Text.of(text)),
        new Content.Words(text, Map.of("numbers", numbers)));
  }

  private static Message message(
      String heading, List<String> lines, List<Action> ways, Map<String, Object> fields) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(heading));
    lines.forEach(line -> blocks.add(Block.Text.of(line)));
    blocks.add(new Block.Actions(ways));
    return new Message(
        Status.ANSWERED,
        blocks,
        new Content.Words(heading + "\n" + String.join("\n", lines), fields));
  }

  private static String word(Subscription s) {
    return s.scope().startsWith("person:") ? "" : "digest ";
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
