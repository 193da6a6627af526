package dev.paperboy.slack;

import dev.paperboy.FrontDesk;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Caller.Manages;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.paper.Readable;
import dev.paperboy.slack.SlackReplies.Seen;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says a person's line to Paperboy and the answer to the person. */
final class SlackConversation {
  /** What Slack writes for a mention, a channel or a link. */
  private static final Pattern MARKED = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");

  private static final Pattern ABOUT_CHANNEL = Pattern.compile("(?i)\\s*(?:digest|feed)\\b");

  private final FrontDesk desk;
  private final SlackPeople people;
  private final SlackRenderer renderer;
  private final SlackReplies replies;

  SlackConversation(
      FrontDesk desk, SlackPeople people, SlackRenderer renderer, SlackReplies replies) {
    this.desk = desk;
    this.people = people;
    this.renderer = renderer;
    this.replies = replies;
  }

  FrontDesk desk() {
    return desk;
  }

  SlackReplies replies() {
    return replies;
  }

  /**
   * Who says a line, and how far their word reaches: the digests of a channel are changed by those
   * who are in it.
   */
  Caller caller(SlackWhere where, String line) {
    SlackPeople.Person person = people.person(where.space(), where.person());
    Manages manages = person.manages();
    if (manages == Manages.PLACE
        && ABOUT_CHANNEL.matcher(line).lookingAt()
        && !where.direct()
        && !people.isIn(where.space(), where.person(), where.channel())) {
      manages = Manages.NOTHING;
    }
    return new Caller(
        SlackCourier.PLATFORM, where.person(), person.zone(), where.address(), manages);
  }

  /** Answers a line; what one person alone sees of papers can be shared with everyone. */
  void say(SlackWhere where, String line, String responseUrl, Seen seen) {
    say(where, where, line, responseUrl, seen);
  }

  /**
   * @param reply where the answer goes, where that is not where the line was said
   */
  void say(SlackWhere where, SlackWhere reply, String line, String responseUrl, Seen seen) {
    Caller caller = caller(where, line);
    Message message = desk.answer(line, caller);
    boolean shareable =
        seen != Seen.BY_ALL
            && !where.direct()
            && !where.channel().isEmpty()
            && message.content() instanceof Content.Papers papers
            && !papers.papers().isEmpty();
    Layout layout = desk.layout(line, caller);
    List<Message> parts = SlackParts.of(message);
    replies.reply(
        reply,
        responseUrl,
        seen,
        renderer.render(parts.getFirst(), layout, shareable ? line : null));
    Seen more = seen == Seen.INSTEAD ? Seen.BY_ONE : seen;
    for (int i = 1; i < parts.size(); i++) {
      boolean stillTaken = i < SlackReplies.USES;
      replies.reply(
          reply, stillTaken ? responseUrl : "", more, renderer.render(parts.get(i), layout));
    }
  }

  /** Shows everyone what one person has found. */
  void share(SlackWhere where, String line, String responseUrl) {
    Caller caller = caller(where, line);
    Message message = desk.answer(line, caller);
    SlackPayload payload = renderer.render(message, desk.layout(line, caller));
    SlackPayload signed =
        new SlackPayload(
            payload.text(),
            payload
                .blocks()
                .deepCopy()
                .add(SlackBlocks.context("Shared by <@" + where.person() + ">")));
    if (signed.blocks().size() > SlackRenderer.MOST_BLOCKS) {
      signed = payload;
    }
    replies.reply(where, responseUrl, Seen.BY_ALL, signed);
  }

  /** An answer as blocks, for a view. */
  SlackPayload answered(SlackWhere where, String line) {
    Caller caller = caller(where, line);
    return renderer.render(desk.answer(line, caller), desk.layout(line, caller));
  }

  Message message(SlackWhere where, String line) {
    return desk.answer(line, caller(where, line));
  }

  SlackPayload rendered(Message message, Layout layout) {
    return renderer.render(message, layout);
  }

  /** A sentence of ours. */
  void tell(SlackWhere where, String responseUrl, String sentence) {
    replies.reply(where, responseUrl, Seen.BY_ONE, SlackPayload.ofWords(sentence));
  }

  /** A message's text as its writer typed it: links bare, mentions of Paperboy left out. */
  static String typed(String text, @Nullable String bot) {
    Matcher marked = MARKED.matcher(text);
    StringBuilder typed = new StringBuilder();
    while (marked.find()) {
      String inner = marked.group(2);
      String label = marked.group(3) == null ? "" : marked.group(3);
      String replacement =
          switch (marked.group(1)) {
            case "@" -> inner.equals(bot) ? "" : "@" + (label.isEmpty() ? inner : label);
            case "#" -> "#" + (label.isEmpty() ? inner : label);
            case "!" -> label;
            default -> inner.startsWith("mailto:") ? label : inner;
          };
      marked.appendReplacement(typed, Matcher.quoteReplacement(replacement));
    }
    marked.appendTail(typed);
    return Readable.clean(SlackText.unescaped(typed.toString())).strip();
  }
}
